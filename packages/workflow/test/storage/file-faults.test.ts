import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explainFileError } from "../../src/storage/file-error.js";
import { openStore } from "../../src/storage/open-store.js";
import { writtenBeside } from "../../src/storage/written-beside.js";
import { tempDir, writeFiles } from "../cli/fixture-project.js";
import { asOwner } from "./as-owner.js";

const host = hostname()
  .replaceAll(/[^\w-]/g, "")
  .slice(0, 40);

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ["-e", "0"]).pid;
}

test("sweeps the parts that killed processes of this machine left, and no others", async () => {
  const folder = tempDir();
  const ended = `.a.csv.${host}-${endedProcess()}-0123456789ab.part`;
  const running = `.a.csv.${host}-${process.pid}-0123456789ab.part`;
  const elsewhere = `.a.csv.another-host-${endedProcess()}-0123456789ab.part`;
  for (const name of [running, elsewhere, ".mine.part"]) writeFileSync(join(folder, name), "");
  mkdirSync(join(folder, ended, "deeper"), { recursive: true });

  await writtenBeside(join(folder, "b.csv"), async (part) => writeFileSync(part, "whole"));

  expect(readdirSync(folder).sort()).toEqual([".mine.part", running, elsewhere, "b.csv"].sort());
  expect(readFileSync(join(folder, "b.csv"), "utf8")).toBe("whole");
});

test("leaves what it may not take away, and writes all the same", async () => {
  const folder = tempDir();
  const left = `.a.csv.${host}-${endedProcess()}-0123456789ab.part`;
  writeFiles(join(folder, left), { a: "" });
  const hidden = join(folder, "hidden");
  mkdirSync(hidden);

  chmodSync(join(folder, left), 0o555);
  chmodSync(hidden, 0o311);
  await asOwner(folder, async () => {
    await writtenBeside(join(folder, "b.csv"), async (part) => writeFileSync(part, "whole"));
    await writtenBeside(join(hidden, "c.csv"), async (part) => writeFileSync(part, "whole"));
  });
  chmodSync(join(folder, left), 0o755);
  chmodSync(hidden, 0o755);

  expect(readdirSync(folder).sort()).toEqual([left, "b.csv", "hidden"]);
  expect(readdirSync(hidden)).toEqual(["c.csv"]);
});

test("writes files with the longest names", async () => {
  const folder = tempDir();
  const name = `${"ü".repeat(125)}.csv`;
  await writtenBeside(join(folder, name), async (part) => writeFileSync(part, "x"));
  expect(readdirSync(folder)).toEqual([name]);
});

test("says in words what is wrong with a file of this machine", async () => {
  const folder = tempDir();
  writeFileSync(join(folder, "file"), "");
  const store = await openStore(join(folder, "store"));
  await store.put("key", Buffer.from("x"));

  await expect(store.get("key", join(folder, "file", "below"))).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringMatching(/file\/below cannot be read or written: (ENOTDIR|EEXIST)/),
  });
});

test.each([
  [{ code: "ENOSPC", syscall: "write" }, "/data/x cannot be read or written: words. Make room on the disk."],
  [
    { code: "EACCES", syscall: "open", path: "/data/x" },
    "/data/x cannot be read or written: words. Look whether it is there, and who may read and write it.",
  ],
  [{ code: "ECONNRESET", syscall: "read" }, undefined],
  [{ code: "EACCES", syscall: "connect", address: "127.0.0.1" }, undefined],
])("tells files from connections in %j", (fields, message) => {
  expect(explainFileError(Object.assign(new Error("words"), fields), "/data/x")?.message).toBe(message);
});
