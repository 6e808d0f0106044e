import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { digest, digestAll } from "../../src/files/digest.js";
import { tempDir } from "../temp-dir.js";

/** A directory with these files: content by path. */
function folderOf(files: Record<string, string>): string {
  const folder = tempDir();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

test("the digest of a file is its SHA-256 and its size", async () => {
  const folder = folderOf({ a: "abc" });

  expect(await digest(join(folder, "a"))).toEqual({
    path: join(folder, "a"),
    sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    bytes: 3,
  });
});

test("the digest of a folder does not depend on its path or the order of its writes", async () => {
  const a = await digest(folderOf({ a: "1", "b/c": "2" }));
  const b = await digest(folderOf({ "b/c": "2", a: "1" }));

  expect(a).toMatchObject({ sha256: b.sha256, bytes: 2 });
});

test.each([
  ["another content", { a: "2", b: "2" }],
  ["another name", { a: "1", c: "2" }],
  ["a content that moved", { a: "12", b: "" }],
  ["one file less", { a: "1" }],
  ["one file whose content looks like two files", { a: "1b\u00002" }],
  ["a folder more", { a: "1", "b/b": "2" }],
])("the digest of a folder tells %s", async (_, files) => {
  const { sha256 } = await digest(folderOf({ a: "1", b: "2" }));

  expect((await digest(folderOf(files))).sha256).not.toBe(sha256);
});

test("the digests of several files are in their order", async () => {
  const folder = folderOf({ a: "1", b: "22" });

  const digests = await digestAll([join(folder, "b"), join(folder, "a")]);

  expect(digests.map(({ bytes }) => bytes)).toEqual([2, 1]);
});
