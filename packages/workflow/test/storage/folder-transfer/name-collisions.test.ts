import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { findNameCollisions } from "../../../src/storage/folder-transfer/name-collisions.js";
import { pullFolder } from "../../../src/storage/folder-transfer/pull-folder.js";
import { openStore } from "../../../src/storage/open-store.js";
import { tempDir } from "../../cli/fixture-project.js";
import { filesOf } from "./folder-transfer-contract.js";

test.each([
  [["A.png", "a.png", "b.png"], [["A.png", "a.png"]]],
  [["x/1", "X/2"], [["x", "X"]]],
  [["x/1", "x/2", "x1"], []],
  [["gr\u00f6\u00dfe", "GRO\u0308SSE"], [["gr\u00f6\u00dfe", "GRO\u0308SSE"]]],
])("finds which of %j may be the same name", (names, pairs) => {
  expect(findNameCollisions(names)).toEqual(pairs);
});

test("a case-sensitive disk accepts both files", async () => {
  const store = await openStore(join(tempDir(), "store"));
  const root = tempDir();
  writeFileSync(join(root, "probe"), "");
  if (existsSync(join(root, "PROBE"))) return;
  for (const key of ["A.png", "a.png", "a/1", "A/2"]) await store.put(`images/${key}`, Buffer.from(key));

  await pullFolder(store, "images", join(root, "images"));

  expect(filesOf(join(root, "images"))).toEqual({
    "A.png": "A.png",
    "A/2": "A/2",
    "a.png": "a.png",
    "a/1": "a/1",
  });
});

const { CASE_IGNORING_DISK: disk = tmpdir() } = process.env;
const root = mkdtempSync(join(disk, "tiphys-test-"));
afterAll(() => rmSync(root, { recursive: true }));
const skipped = !existsSync(root.toUpperCase().replace(disk.toUpperCase(), disk));
if (skipped) console.warn("Skipped: a disk that ignores case. Name a folder on one in CASE_IGNORING_DISK.");

describe.skipIf(skipped)("on a disk that ignores the case of letters", () => {
  test("refuses names that are equal on that disk, even if one of them exists locally and is unchanged", async () => {
    const folder = join(root, "images");
    mkdirSync(folder);
    writeFileSync(join(folder, "a.png"), "small");
    const store = await openStore(join(tempDir(), "store"));
    await store.put("images/A.png", Buffer.from("LARGE"));
    await store.put("images/a.png", Buffer.from("small"));

    await expect(pullFolder(store, "images", folder, { overwrite: true })).rejects.toMatchObject({
      name: "UserError",
      message:
        'On this disk, "A.png" and "a.png" of the stored folder are the same name. Copy one of them under a key that differs by more than the case of letters.',
    });
    expect(filesOf(folder)).toEqual({ "a.png": "small" });
  });
});
