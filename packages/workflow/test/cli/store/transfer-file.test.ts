import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pullDatasetFile, pushDatasetFile } from "../../../src/cli/store/transfer-file.js";
import { openStore } from "../../../src/storage/open-store.js";
import type { Store } from "../../../src/storage/store.js";
import { withoutDigests } from "../../storage/folder-transfer/folder-transfer-contract.js";
import { tempDir } from "../fixture-project.js";

const signal = new AbortController().signal;

test("keeps a file that appears during a fetch to its path, unless it may be replaced", async () => {
  const root = tempDir();
  const folder = join(root, "data");
  mkdirSync(folder);
  const path = join(folder, "a.csv");
  const store = await openStore(join(root, "store"));
  await store.put("a.csv", Buffer.from("stored"));
  const late: Store = {
    ...store,
    async get(key, file, options) {
      const got = await store.get(key, file, options);
      writeFileSync(path, "mine");
      return got;
    },
  };
  const place = { name: "table", isFolder: false, path, key: "a.csv", store: store.address };

  await expect(pullDatasetFile(late, place, { overwrite: false, signal })).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringMatching(
      /a\.csv appeared while it was fetched, and was left as it is\. Try again\.$/,
    ),
  });
  expect(readFileSync(path, "utf8")).toBe("mine");
  await pullDatasetFile(store, place, { overwrite: true, signal });
  expect(readFileSync(path, "utf8")).toBe("stored");
  expect(readdirSync(folder)).toEqual(["a.csv"]);
});

test("reports the target of a broken link before anything is fetched or sent", async () => {
  const root = tempDir();
  const path = join(root, "a.csv");
  symlinkSync("disk/a.csv", path);
  const store = await openStore(join(root, "store"));
  await store.put("a.csv", Buffer.from("stored"));
  const place = { name: "table", isFolder: false, path, key: "a.csv", store: store.address };

  for (const move of [pullDatasetFile, pushDatasetFile]) {
    await expect(move(store, place, { overwrite: false, signal })).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining(`a.csv is a broken link: ${join(root, "disk/a.csv")} does not exist.`),
    });
  }
  expect(lstatSync(path).isSymbolicLink()).toBe(true);
});

test("reports that an object without a digest is not replaced, and compares it when it is fetched", async () => {
  const root = tempDir();
  const path = join(root, "a.csv");
  writeFileSync(path, "stored");
  const store = await openStore(join(root, "store"));
  await store.put("a.csv", Buffer.from("stored"));
  const place = { name: "table", isFolder: false, path, key: "a.csv", store: store.address };
  const parted = withoutDigests(store, ["a.csv"]);

  await expect(pushDatasetFile(parted, place, { overwrite: false, signal })).rejects.toThrow(
    /a\.csv exists and may differ from \S+a\.csv: no digest is stored with it\. Replace it with --overwrite\.$/,
  );
  expect(await pullDatasetFile(parted, place, { overwrite: false, signal })).toMatch(/ is the same as /);
});
