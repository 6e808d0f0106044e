import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { pullFolder } from "../../../src/storage/folder-transfer/pull-folder.js";
import { pushFolder } from "../../../src/storage/folder-transfer/push-folder.js";
import { openStore } from "../../../src/storage/open-store.js";
import { tempDir } from "../../cli/fixture-project.js";
import { bucket, type Server, serverBinary, startServer } from "../s3/s3-server.js";
import { folderOf, testFolderTransfer } from "./folder-transfer-contract.js";

describe("folders in a folder", () => {
  testFolderTransfer(() => openStore(join(tempDir(), "store")));
});

describe.skipIf(serverBinary === "")("folders in a bucket of a server", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
    Object.assign(process.env, server.environment);
  });

  testFolderTransfer(() => openStore(server.address(`place/${randomUUID()}`), { pageSize: 2 }));

  test("names an address of the folder that commands accept, with the server as an option", async () => {
    const store = await openStore(server.address("place"));
    const folder = folderOf({ a: "there" });
    const shown = { displayName: "data/images" };
    await pushFolder(store, "sets/images", folder);
    writeFileSync(join(folder, "a"), "here!");
    const address = `s3://${bucket}/place/sets/images?endpoint=${server.endpoint}`;

    await expect(pullFolder(store, "sets/images", folder, shown)).rejects.toThrow(
      `data/images has files that differ from ${address}: a. Nothing was changed.`,
    );
    await expect(pushFolder(store, "sets/images", folder, shown)).rejects.toThrow(
      `${address} has files that may differ from those of data/images: a.`,
    );
  });
});

const { S3_ENDPOINT: endpoint = "", S3_BUCKET: ownBucket = "" } = process.env;
describe.skipIf(endpoint === "")("folders in the bucket that S3_ENDPOINT and S3_BUCKET name", () => {
  testFolderTransfer(() => openStore(`s3://${ownBucket}/test/${randomUUID()}?endpoint=${endpoint}`));
});
