import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { placeBelow, safePath } from "../../../src/storage/folder-transfer/safe-path.js";
import { hostileNames } from "../../hostile-names.js";

test.each([
  ["a".repeat(256), "has a part of 256 characters. File systems allow 255."],
  ["../a", 'has the part ".." between slashes'],
  ["/etc/passwd", "begins with a slash"],
  ["a\u0000b", "has a control character"],
  ["", "is empty"],
])("refuses the name %j", (name, words) => {
  expect(() => safePath(name, "The artifact", path.posix)).toThrow(words);
  expect(() => safePath(name, "The artifact", path.win32)).toThrow(words);
});

test("says what has the name, and shows only its beginning", () => {
  expect(() => safePath(`../${"x".repeat(5000)}`, "The output parameter")).toThrow(
    `The output parameter "../${"x".repeat(97)}…" cannot be a file on this machine: it has the part ".." between slashes`,
  );
});

test.each([
  ["posix", path.posix, "/runs/wf"],
  ["win32", path.win32, "C:\\runs\\wf"],
])("any name that is not refused is below the folder: %s", (_, system, folder) => {
  fc.assert(
    fc.property(hostileNames, (name) => {
      let place: string;
      try {
        place = placeBelow(folder, safePath(name, "The name", system), system);
      } catch {
        return;
      }
      expect(place.startsWith(folder + system.sep)).toBe(true);
      expect(system.relative(folder, place).split(system.sep)).not.toContain("..");
    }),
    { numRuns: 2000 },
  );
});
