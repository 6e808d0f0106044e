import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pullFolder } from "../../../src/storage/folder-transfer/pull-folder.js";
import { stagingLocation } from "../../../src/storage/folder-transfer/staging-location.js";
import { openStore } from "../../../src/storage/open-store.js";
import type { Store } from "../../../src/storage/store.js";
import { tempDir, writeFiles } from "../../cli/fixture-project.js";
import { filesOf, folderOf } from "./folder-transfer-contract.js";

const { OTHER_DISK: disk = "/dev/shm" } = process.env;

function isOtherDisk(): boolean {
  try {
    return statSync(disk).dev !== statSync(tmpdir()).dev;
  } catch {
    return false;
  }
}

const skipped = !isOtherDisk();
if (skipped) console.warn("Skipped: folders on another disk. Name a folder on one in OTHER_DISK.");

describe.skipIf(skipped)("a folder on another disk", () => {
  let there: string;
  let store: Store;
  beforeAll(async () => {
    there = mkdtempSync(join(disk, "tiphys-test-"));
    store = await openStore(join(tempDir(), "store"));
    for (const name of ["a", "b", "c/d"]) await store.put(`images/${name}`, Buffer.from(`${name}!`));
  });
  afterAll(() => rmSync(there, { recursive: true }));

  test("receives new and changed files through a link to it", async () => {
    const real = join(there, "images");
    mkdirSync(real);
    writeFileSync(join(real, "a"), "old");
    const folder = join(tempDir(), "images");
    symlinkSync(real, folder);

    await pullFolder(store, "images", folder, { overwrite: true });
    rmSync(join(real, "b"));
    await pullFolder(store, "images", folder);

    expect(filesOf(real)).toEqual({ a: "a!", b: "b!", "c/d": "c/d!" });
    expect(readdirSync(there)).toEqual(["images"]);
    rmSync(real, { recursive: true });
  });

  test.each([false, true])(
    "takes files where a folder in it is a link (overwrite: %j)",
    async (overwrite) => {
      const real = join(there, "c");
      mkdirSync(real);
      if (overwrite) writeFileSync(join(real, "d"), "old");
      const folder = folderOf({ a: "a!" });
      symlinkSync(real, join(folder, "c"));

      await pullFolder(store, "images", folder, { overwrite });

      expect(filesOf(real)).toEqual({ d: "c/d!" });
      expect(readdirSync(folder).sort()).toEqual(["a", "b", "c"]);
      rmSync(real, { recursive: true });
    },
  );

  const isRoot = !skipped && statSync(join(disk, "..")).dev !== statSync(disk).dev;
  test.skipIf(!isRoot)("has the parts inside where it is the disk's root", async () => {
    expect(await stagingLocation(disk)).toBe(join(disk, basename(disk)));
  });
});

test("temporary files are next to the target of a link, or inside it if its parent is not writable", async () => {
  const above = tempDir();
  const real = join(above, "real");
  writeFiles(real, { a: "x" });
  const link = join(tempDir(), "images");
  symlinkSync(real, link);

  expect(await stagingLocation(link)).toBe(real);
  chmodSync(above, 0o555);
  // root may write everywhere.
  const expected = process.getuid?.() === 0 ? real : join(real, "real");
  expect(await stagingLocation(link)).toBe(expected);
  chmodSync(above, 0o755);
});
