import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { tempSibling as tempSiblingOfBin } from "../../bin/temp-name.js";
import { isTempName, tempSibling } from "../../src/files/temp-name.js";
import { writeAtomically, writeFileAtomicallySync } from "../../src/files/write-atomically.js";
import { tempDir, writeFiles } from "../cli/fixture-project.js";
import { smallDisk } from "../small-disk.js";
import { asOwner } from "../storage/as-owner.js";
import { endedProcess, tempNameOf } from "./temp-names.js";

test("removes temporary files that killed processes of this machine left, and no others", async () => {
  const folder = tempDir();
  const ended = tempNameOf(endedProcess());
  const running = tempNameOf(process.pid);
  const elsewhere = tempNameOf(endedProcess(), "a.csv", "another-host");
  for (const name of [running, elsewhere, ".mine.part"]) writeFileSync(join(folder, name), "");
  mkdirSync(join(folder, ended, "deeper"), { recursive: true });

  await writeAtomically(join(folder, "b.csv"), async (temp) => writeFileSync(temp, "whole"));

  expect(readdirSync(folder).sort()).toEqual([".mine.part", running, elsewhere, "b.csv"].sort());
  expect(readFileSync(join(folder, "b.csv"), "utf8")).toBe("whole");
});

test("leaves files that it may not remove, and still writes", async () => {
  const folder = tempDir();
  const left = tempNameOf(endedProcess());
  writeFiles(join(folder, left), { a: "" });
  const hidden = join(folder, "hidden");
  mkdirSync(hidden);

  chmodSync(join(folder, left), 0o555);
  chmodSync(hidden, 0o311);
  await asOwner(folder, async () => {
    await writeAtomically(join(folder, "b.csv"), async (temp) => writeFileSync(temp, "whole"));
    await writeAtomically(join(hidden, "c.csv"), async (temp) => writeFileSync(temp, "whole"));
  });
  chmodSync(join(folder, left), 0o755);
  chmodSync(hidden, 0o755);

  expect(readdirSync(folder).sort()).toEqual([left, "b.csv", "hidden"]);
  expect(readdirSync(hidden)).toEqual(["c.csv"]);
});

test("writes files with the longest names", async () => {
  const folder = tempDir();
  const name = `${"ü".repeat(125)}.csv`;
  await writeAtomically(join(folder, name), async (temp) => writeFileSync(temp, "x"));
  expect(readdirSync(folder)).toEqual([name]);
});

test("writes a folder as a whole, and creates the folders above it", async () => {
  const folder = join(tempDir(), "a", "b");
  await writeAtomically(join(folder, "c"), async (temp) => writeFiles(temp, { x: "1", "deeper/y": "2" }));
  expect(readdirSync(folder)).toEqual(["c"]);
  expect(readFileSync(join(folder, "c/deeper/y"), "utf8")).toBe("2");
});

test("leaves the old content if writing fails", async () => {
  const path = join(tempDir(), "a");
  writeFileAtomicallySync(path, "before");
  const written = writeAtomically(path, async (temp) => {
    writeFileSync(temp, "half");
    throw new RangeError("no more");
  });

  await expect(written).rejects.toThrow("no more");
  expect(readFileSync(path, "utf8")).toBe("before");
  expect(readdirSync(join(path, ".."))).toEqual(["a"]);
});

test("a full disk is an error that names the file, and leaves nothing behind", ({ skip }) => {
  const disk = smallDisk(64) ?? skip("no right to mount a small file system here");
  expect(() => writeFileAtomicallySync(join(disk, "run.json"), "x".repeat(100_000))).toThrow(
    expect.objectContaining({ code: "ENOSPC", path: join(disk, "run.json") }),
  );
  expect(readdirSync(disk)).toEqual([]);
});

test.each([
  ["the engine's", tempSibling],
  ["the bundler's", tempSiblingOfBin],
])("%s temporary names are known as such", (_, sibling) => {
  expect(isTempName(basename(sibling("/data/run.json")))).toBe(true);
});

test.each(["run.json", ".run.json.part", ".mine.part", "a.host-1-0123456789ab.part"])(
  "%s is not a temporary name",
  (name) => {
    expect(isTempName(name)).toBe(false);
  },
);
