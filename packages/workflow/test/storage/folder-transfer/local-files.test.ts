import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { listLocalFiles } from "../../../src/storage/folder-transfer/local-files.js";
import { openStore } from "../../../src/storage/open-store.js";
import { asOwner } from "../as-owner.js";
import { folderOf } from "./folder-transfer-contract.js";

test.skipIf(process.platform !== "linux")("says of a name that is not UTF-8 to rename it", async () => {
  const folder = folderOf({ a: "x" });
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/gr`), Buffer.from([0xfc]), Buffer.from("n.png")]), "x");

  await expect(listLocalFiles(folder)).rejects.toMatchObject({
    name: "UserError",
    message: `${folder}/gr\ufffdn.png cannot be read: its name is not UTF-8. Rename it.`,
  });
  expect(await listLocalFiles(folder, { skipInvalid: true })).toEqual([{ name: "a", bytes: 1 }]);
});

test("skips temporary files of a killed pull", async () => {
  const folder = folderOf({ a: "x", ".images.host-1-0123456789ab.part/b": "half", ".c.part": "x" });

  expect(await listLocalFiles(folder)).toEqual([
    { name: ".c.part", bytes: 1 },
    { name: "a", bytes: 1 },
  ]);
  const keys: string[] = [];
  for await (const { key } of (await openStore(folder)).list()) keys.push(key);
  expect(keys).toEqual([".c.part", "a"]);
});

test("does not advise to remove a file that cannot be read", async () => {
  const folder = folderOf({ "closed/a": "x", mine: "x" });
  const closed = join(folder, "closed");
  mkdirSync(join(folder, "links"));
  symlinkSync(join(closed, "a"), join(folder, "links", "a"));
  const advice = "Check that it exists and that you may read and write it.";
  chmodSync(closed, 0o000);
  await asOwner(dirname(folder), async () => {
    await expect(listLocalFiles(folder)).rejects.toMatchObject({
      name: "UserError",
      message: `${closed} cannot be read or written: EACCES: permission denied, scandir '${closed}'. ${advice}`,
    });
    const link = join(folder, "links", "a");
    await expect(listLocalFiles(join(folder, "links"))).rejects.toMatchObject({
      name: "UserError",
      message: `${link} cannot be read or written: EACCES: permission denied, stat '${link}'. ${advice}`,
    });
    expect(await listLocalFiles(folder, { skipInvalid: true })).toEqual([{ name: "mine", bytes: 1 }]);
  });
  chmodSync(closed, 0o755);
});
