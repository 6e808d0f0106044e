import path from "node:path";
import { expect, test } from "vitest";
import { localPath, refuseFileAsFolder } from "../../../src/storage/folder-transfer/local-path.js";

test.each([
  ["a/b.png", "/data/a/b.png"],
  ["a\\b", "/data/a\\b"],
  ["C:", "/data/C:"],
  ["..a/b..", "/data/..a/b.."],
])("the path of %j is below the folder", (name, place) => {
  expect(localPath("/data", name, path.posix)).toBe(place);
});

test.each([
  ["../a", 'has the part ".." between slashes'],
  ["a/../../b", 'has the part ".." between slashes'],
  ["a/..", 'has the part ".." between slashes'],
  ["/etc/passwd", "begins with a slash"],
  ["a//b", 'has the part "" between slashes'],
  ["a/./b", 'has the part "." between slashes'],
  ["a/", "ends with a slash"],
  ["", "is empty"],
  ["a\u0000b", "has a control character"],
])("refuses the name %j of a stored file", (name, words) => {
  expect(() => localPath("/data", name, path.posix)).toThrow(words);
  expect(() => localPath("C:\\data", name, path.win32)).toThrow(words);
});

test.each([
  ["..\\..\\a", "has the character \\, which Windows does not allow."],
  ["C:/a", "has the character :, which Windows does not allow."],
  ["a/file.txt:stream", "has the character :, which Windows does not allow."],
  ["a./b", "ends a part with a dot or a space, which Windows removes."],
  [".. /a", "ends a part with a dot or a space, which Windows removes."],
  ["a/NUL.txt", 'has the part "NUL.txt", which is a device on Windows.'],
])("refuses the name %j on Windows", (name, words) => {
  expect(() => localPath("C:\\data", name, path.win32)).toThrow(words);
});

test("names the file and how to fix it", () => {
  expect(() => localPath("/data", "../a", path.posix)).toThrow(
    'The file "../a" of the stored folder cannot be stored on this machine: it has the part ".." between slashes, which not every store supports. Copy it under another key.',
  );
});

test("refuses names that would make one path a file and a folder", () => {
  expect(() => refuseFileAsFolder(["a/b/c", "a-b", "a/b"])).toThrow(
    'The stored folder has the files "a/b" and "a/b/c": a local folder cannot have both.',
  );
  expect(() => refuseFileAsFolder(["a/b/c", "a/bc", "a-b"])).not.toThrow();
});
