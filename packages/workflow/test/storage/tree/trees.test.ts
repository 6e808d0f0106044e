import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { beforeAll, describe } from "vitest";
import { openStore } from "../../../src/storage/open-store.js";
import { tempDir } from "../../cli/fixture-project.js";
import { type Server, serverBinary, startServer } from "../s3-server.js";
import { movesFolders } from "./tree-contract.js";

describe("folders in a folder", () => {
  movesFolders(() => openStore(join(tempDir(), "store")));
});

describe.skipIf(serverBinary === "")("folders in a bucket of a server", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
    Object.assign(process.env, server.environment);
  });

  movesFolders(() => openStore(server.address(`place/${randomUUID()}`), { pageSize: 2 }));
});

const { S3_ENDPOINT: endpoint = "", S3_BUCKET: bucket = "" } = process.env;
describe.skipIf(endpoint === "")("folders in the bucket that S3_ENDPOINT and S3_BUCKET name", () => {
  movesFolders(() => openStore(`s3://${bucket}/test/${randomUUID()}?endpoint=${endpoint}`));
});
