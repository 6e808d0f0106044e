import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { beforeAll, describe } from "vitest";
import { openStore } from "../../src/storage/open-store.js";
import { tempDir } from "../cli/fixture-project.js";
import { type Server, serverBinary, startServer } from "./s3/s3-server.js";
import { testStore } from "./store-contract.js";

describe("a folder", () => {
  testStore(() => openStore(join(tempDir(), "store")));
});

describe.skipIf(serverBinary === "")("a bucket of a server", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
    Object.assign(process.env, server.environment);
  });

  testStore(() => openStore(server.address(`place/${randomUUID()}`), { pageSize: 300 }));
});

const { S3_ENDPOINT: endpoint = "", S3_BUCKET: bucket = "" } = process.env;
if (endpoint === "") {
  console.warn("Skipped: a bucket of your own. Set S3_ENDPOINT, S3_BUCKET and the usual AWS_ variables.");
}
describe.skipIf(endpoint === "")("the bucket that S3_ENDPOINT and S3_BUCKET name", () => {
  testStore(() => openStore(`s3://${bucket}/test/${randomUUID()}?endpoint=${endpoint}`));
});
