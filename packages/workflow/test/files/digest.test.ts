import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
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

const large = 3_000_000;

/** After it, the file's time differs from that of a later write. */
const settle = (): Promise<void> => sleep(100);

test.runIf(process.platform === "linux")(
  "a large file is read once, however often it is hashed",
  async () => {
    const file = join(folderOf({ a: "x".repeat(large) }), "a");
    const readSoFar = () => Number(/rchar: (\d+)/.exec(readFileSync("/proc/self/io", "utf8"))?.[1]);
    await settle();
    const before = readSoFar();
    const first = await digest(file);
    const read = readSoFar() - before;

    expect(read).toBeGreaterThanOrEqual(large);
    expect([await digest(file), await digest(file)]).toEqual([first, first]);
    expect(readSoFar() - before - read).toBeLessThan(large / 2);
  },
);

test("a large file with other bytes of the same length has another digest", async () => {
  const file = join(folderOf({ a: "x".repeat(large) }), "a");
  await settle();
  const first = await digest(file);

  writeFileSync(file, "y".repeat(large));

  expect((await digest(file)).sha256).not.toBe(first.sha256);
});

test("a large file that was written a moment ago is read again: a later write may have the same time", async () => {
  const file = join(folderOf({ a: "x".repeat(large) }), "a");
  const digests = new Set<string>();
  for (const letter of "abcdefghij") {
    writeFileSync(file, letter.repeat(large));
    digests.add((await digest(file)).sha256);
  }
  expect(digests.size).toBe(10);
});
