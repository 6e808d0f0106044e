import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { TransientError } from "../../../src/definition/errors.js";
import { pullFolder } from "../../../src/storage/folder-transfer/pull-folder.js";
import { pushFolder } from "../../../src/storage/folder-transfer/push-folder.js";
import { addressBelow } from "../../../src/storage/open-store.js";
import type { Store, StoredObject } from "../../../src/storage/store.js";
import { tempDir, writeFiles } from "../../cli/fixture-project.js";
import { contents, keys } from "../store-contract.js";

/** A folder with these files, in a directory of its own. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(tempDir(), "images");
  mkdirSync(folder);
  writeFiles(folder, files);
  return folder;
}

/** The content of the files below a folder, by path. */
export function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** All siblings of a folder, including hidden files. */
function beside(folder: string): string[] {
  return readdirSync(dirname(folder));
}

/**
 * The contract of folder transfers with every store.
 * @param open opens an empty store of its own
 */
export function testFolderTransfer(open: () => Promise<Store>): void {
  const files = {
    "a.txt": "first",
    "b/c.txt": "second",
    "b/d/größe 1.txt": "third",
    ".hidden": "",
    "b-1": "x",
  };

  test("uploads each file under the key and its path, and downloads them again", async () => {
    const store = await open();
    const folder = folderOf(files);
    mkdirSync(join(folder, "empty"));
    const target = join(tempDir(), "deeper", "got");

    const pushed = await pushFolder(store, "sets/images", folder);
    const pulled = await pullFolder(store, "sets/images", target);

    expect(await keys(store.list())).toEqual([
      "sets/images/.hidden",
      "sets/images/a.txt",
      "sets/images/b-1",
      "sets/images/b/c.txt",
      "sets/images/b/d/größe 1.txt",
    ]);
    expect(filesOf(target)).toEqual(files);
    expect(pushed).toEqual({ files: 5, moved: 5, bytes: 17, extra: [] });
    expect(pulled).toEqual({ files: 5, moved: 5, bytes: 17, extra: [] });
    expect(beside(target)).toEqual(["got"]);
  });

  test("transfers no unchanged file, and adds missing ones", async () => {
    const store = await open();
    const folder = folderOf(files);
    await pushFolder(store, "images", folder);
    const target = folderOf({ "a.txt": "first" });
    utimesSync(join(target, "a.txt"), 1, 1);

    const again = await pushFolder(store, "images", folder);
    const added = await pullFolder(store, "images", target);
    writeFileSync(join(folder, "new.txt"), "new");
    const grown = await pushFolder(store, "images", folder);

    expect(again).toEqual({ files: 5, moved: 0, bytes: 0, extra: [] });
    expect(added).toEqual({ files: 5, moved: 4, bytes: 12, extra: [] });
    expect(filesOf(target)).toEqual(files);
    expect(grown).toEqual({ files: 6, moved: 1, bytes: 3, extra: [] });
    expect(beside(target)).toEqual([basename(target)]);
  });

  test("replaces differing files only with overwrite, and changes nothing without it", async () => {
    const store = await open();
    await pushFolder(store, "images", folderOf({ "1": "there", "2": "same", "3": "only there" }));
    const folder = folderOf({ "1": "here!", "2": "same" });
    const shown = { displayName: "data/images" };

    await expect(pullFolder(store, "images", folder, shown)).rejects.toMatchObject({
      name: "UserError",
      message: `data/images has files that differ from ${addressBelow(store, "images")}: 1. Nothing was changed. Replace them with --overwrite.`,
    });
    expect(filesOf(folder)).toEqual({ "1": "here!", "2": "same" });
    writeFileSync(join(folder, "4"), "only here");
    await expect(pushFolder(store, "images", folder, shown)).rejects.toThrow(
      `${addressBelow(store, "images")} has files that may differ from those of data/images: 1. Replace them with --overwrite.`,
    );
    expect(await contents(store)).toEqual({
      "images/1": "there",
      "images/2": "same",
      "images/3": "only there",
    });

    const pushed = await pushFolder(store, "images", folder, { overwrite: true });
    expect(pushed).toEqual({ files: 3, moved: 2, bytes: 14, extra: ["3"] });
    expect(await contents(store)).toEqual({
      "images/1": "here!",
      "images/2": "same",
      "images/3": "only there",
      "images/4": "only here",
    });
    writeFileSync(join(folder, "1"), "other");
    writeFileSync(join(folder, "5"), "mine");
    const pulled = await pullFolder(store, "images", folder, { overwrite: true });
    expect(pulled).toEqual({ files: 4, moved: 2, bytes: 15, extra: ["5"] });
    expect(filesOf(folder)).toEqual({
      "1": "here!",
      "2": "same",
      "3": "only there",
      "4": "only here",
      "5": "mine",
    });
    expect(beside(folder)).toEqual([basename(folder)]);
  });

  test("reports the progress of all files together", async () => {
    const store = await open();
    const folder = folderOf({ large: "x".repeat(9_000_000), a: "aa", b: "bb" });
    const seen: (number | undefined)[][] = [];

    await pushFolder(store, "images", folder, { onProgress: (...progress) => seen.push(progress) });
    const pushed = seen.splice(0);
    await pullFolder(store, "images", join(tempDir(), "got"), {
      onProgress: (...progress) => seen.push(progress),
    });

    expect(pushed.at(-1)).toEqual([9_000_004, 9_000_004]);
    expect(seen.at(-1)).toEqual([9_000_004, 9_000_004]);
    expect(seen.length).toBeGreaterThan(3);
  });

  test("follows links, and refuses broken and circular ones", async () => {
    const store = await open();
    const folder = folderOf({ "a.txt": "first" });
    symlinkSync(folderOf({ "c.txt": "linked" }), join(folder, "b"));
    await pushFolder(store, "links", folder);
    symlinkSync(folder, join(folder, "round"));
    await expect(pushFolder(store, "links", folder)).rejects.toThrow(
      `${join(folder, "round")} is a link that leads back to itself. Remove it.`,
    );
    const broken = folderOf({});
    symlinkSync(join(broken, "nowhere"), join(broken, "x"));
    await expect(pushFolder(store, "links", broken)).rejects.toThrow(
      `${join(broken, "x")} is a broken link: ${join(broken, "nowhere")} does not exist. Mount its disk, or remove the link.`,
    );

    expect(await contents(store)).toEqual({ "links/a.txt": "first", "links/b/c.txt": "linked" });
  });

  test("refuses a folder that is missing or has no files, and a key that is an object", async () => {
    const store = await open();
    await store.put("sets/images.csv", Buffer.from("x"));
    const target = join(tempDir(), "got");

    await expect(pushFolder(store, "sets/images", target)).rejects.toThrow(
      `Cannot push ${target}: it is not a folder.`,
    );
    await expect(pushFolder(store, "sets/images", folderOf({}))).rejects.toThrow(
      /^Cannot push \S+: it has no files, and a store cannot hold an empty folder\.$/,
    );
    await expect(pullFolder(store, "sets/images", target)).rejects.toThrow(
      / has no key "\S*sets\/images\/"\. Did you mean "\S*sets\/images\.csv"\?$/,
    );
    for (const move of [pushFolder, pullFolder]) {
      await expect(move(store, "sets/images.csv", folderOf({ a: "x" }))).rejects.toThrow(
        /has an object under the key "sets\/images\.csv" itself, where a folder was expected: files under "sets\/images\.csv\/"/,
      );
    }
    expect(beside(target)).toEqual([]);
  });

  test("refuses to replace a local file by a folder, and a folder by a file", async () => {
    const store = await open();
    await pushFolder(store, "images", folderOf({ "a/b": "x", c: "y" }));
    const file = join(folderOf({ file: "" }), "file");

    await expect(pullFolder(store, "images", file)).rejects.toThrow(
      /file is a file, where a folder was expected/,
    );
    await expect(pullFolder(store, "images", folderOf({ a: "x" }))).rejects.toThrow(
      /images\/a is a file, where a folder was expected\. Move it away\.$/,
    );
    await expect(pullFolder(store, "images", folderOf({ "c/d": "x" }), { overwrite: true })).rejects.toThrow(
      /images\/c is a folder, where a file was expected\. Move it away\.$/,
    );
    await expect(pushFolder(store, "images", folderOf({ "c/d": "x" }))).rejects.toThrow(
      /images\S* would have the objects "c" and "c\/d", but a folder cannot contain both/,
    );
  });

  test("leaves nothing of an incomplete download", async () => {
    const store = await open();
    await pushFolder(store, "images", folderOf({ a: "a", b: "b".repeat(4_000_000), c: "c" }));
    const stop = new AbortController();
    const target = join(tempDir(), "got");

    const pulling = pullFolder(store, "images", target, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });

    await expect(pulling).rejects.toMatchObject({ name: "AbortError" });
    expect(beside(target)).toEqual([]);
  });

  test("reports how many files were sent before a failure, and continues from there", async () => {
    const store = await open();
    const folder = folderOf({ a: "a", b: "b", c: "c", large: "x".repeat(9_000_000) });
    const failing: Store = {
      ...store,
      async put(key, content, options) {
        if (key.endsWith("/large")) throw new TransientError("The server is gone.");
        return store.put(key, content, options);
      },
    };

    await expect(pushFolder(failing, "images", folder)).rejects.toMatchObject({
      name: "TransientError",
      message: "The server is gone. 3 of 4 files were sent before. The same command continues from there.",
    });
    expect(await pushFolder(store, "images", folder)).toMatchObject({ files: 4, moved: 1 });
  });

  test("downloads nothing of a folder that changes during the download", async () => {
    const store = await open();
    await pushFolder(store, "images", folderOf({ a: "before", b: "b" }));
    const target = join(tempDir(), "got");
    let changing: Promise<unknown> | undefined;
    const slow: Store = {
      ...store,
      async get(key, file, options) {
        changing ??= store.put("images/c", Buffer.from("new"));
        await changing;
        return store.get(key, file, options);
      },
    };

    await expect(pullFolder(slow, "images", target)).rejects.toMatchObject({
      name: "TransientError",
      message: `${addressBelow(store, "images")} changed during the download. No local file was changed. Try again.`,
    });
    expect(beside(target)).toEqual([]);
  });

  test("keeps a file that is created during the download, unless it may be replaced", async () => {
    const store = await open();
    await pushFolder(store, "images", folderOf({ a: "a", b: "b" }));
    const folder = folderOf({ a: "a" });
    const late: Store = {
      ...store,
      async get(key, file, options) {
        const got = await store.get(key, file, options);
        writeFileSync(join(folder, "b"), "mine");
        return got;
      },
    };

    await expect(pullFolder(late, "images", folder, { displayName: "data/images" })).rejects.toMatchObject({
      name: "UserError",
      message: "data/images/b was created during the download and was not changed. Try again.",
    });
    expect(filesOf(folder)).toEqual({ a: "a", b: "mine" });
    await pullFolder(late, "images", folder, { overwrite: true });
    expect(filesOf(folder)).toEqual({ a: "a", b: "b" });
    expect(beside(folder)).toEqual([basename(folder)]);
  });

  test("downloads into a folder with unreadable files, and names the other files that exist only there", async () => {
    const store = await open();
    await pushFolder(store, "images", folderOf({ a: "a", b: "b" }));
    const folder = folderOf({ a: "a", mine: "mine" });
    symlinkSync(join(folder, "nowhere"), join(folder, "broken"));
    symlinkSync(folder, join(folder, "round"));

    expect(await pullFolder(store, "images", folder)).toEqual({
      files: 2,
      moved: 1,
      bytes: 1,
      extra: ["mine"],
    });
    expect(filesOf(folder)).toEqual({ a: "a", b: "b", mine: "mine" });
  });

  test("downloads nothing for a broken link", async () => {
    const store = await open();
    await pushFolder(store, "images", folderOf({ a: "a", "b/c": "c" }));
    const root = tempDir();
    const nowhere = join(root, "disk", "images");
    const folder = join(root, "images");
    symlinkSync("disk/images", folder);
    const within = folderOf({});
    symlinkSync(nowhere, join(within, "a"));
    const above = folderOf({});
    symlinkSync(nowhere, join(above, "b"));
    const never: Store = {
      ...store,
      get: () => Promise.reject(new Error("Something was fetched.")),
    };
    const text = (link: string): string =>
      `${link} is a broken link: ${nowhere} does not exist. Mount its disk, or remove the link.`;

    for (const move of [pushFolder, pullFolder]) {
      await expect(move(never, "images", folder, { displayName: "data/images" })).rejects.toMatchObject({
        name: "UserError",
        message: text("data/images"),
      });
    }
    await expect(pullFolder(never, "images", within)).rejects.toThrow(text(join(within, "a")));
    await expect(pullFolder(never, "images", above)).rejects.toThrow(text(join(above, "b")));
    expect(beside(folder)).toEqual(["images"]);
  });

  test("compares files without a digest after the download, and reports why they are not uploaded", async () => {
    const store = await open();
    await pushFolder(store, "images", folderOf({ a: "a", b: "b", c: "c" }));
    const folder = folderOf({ a: "a", b: "b", c: "c" });
    const parted = withoutDigests(store, ["images/b", "images/c"]);

    await expect(pushFolder(parted, "images", folder, { displayName: "data/images" })).rejects.toMatchObject({
      name: "UserError",
      message: `${addressBelow(store, "images")} has files that may differ from those of data/images: b, c. The store has no digest of b, c. Replace them with --overwrite.`,
    });
    expect(await pullFolder(parted, "images", folder)).toEqual({ files: 3, moved: 0, bytes: 0, extra: [] });
  });
}

/** A store in which another tool uploaded some objects in parts. */
export function withoutDigests(store: Store, keys: readonly string[]): Store {
  const bare = ({ sha256, ...object }: StoredObject): StoredObject =>
    keys.includes(object.key)
      ? { ...object, version: '"0123456789abcdef0123456789abcdef-2"' }
      : { ...object, ...(sha256 === undefined ? {} : { sha256 }) };
  return {
    ...store,
    async *list(prefix, options) {
      for await (const object of store.list(prefix, options)) yield bare(object);
    },
    async head(key, options) {
      const object = await store.head(key, options);
      return object === undefined ? undefined : bare(object);
    },
  };
}
