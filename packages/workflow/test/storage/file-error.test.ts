import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explainFileError } from "../../src/storage/file-error.js";
import { openStore } from "../../src/storage/open-store.js";
import { tempDir } from "../cli/fixture-project.js";

test("explains an error of a local file", async () => {
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
    "/data/x cannot be read or written: words. Check that it exists and that you may read and write it.",
  ],
  [{ code: "ECONNRESET", syscall: "read" }, undefined],
  [{ code: "EACCES", syscall: "connect", address: "127.0.0.1" }, undefined],
])("distinguishes errors of files and connections: %j", (fields, message) => {
  expect(explainFileError(Object.assign(new Error("words"), fields), "/data/x")?.message).toBe(message);
});
