import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { tempDir } from "../../cli/fixture-project.js";
import { serverBinary, startServer } from "./s3-server.js";

const probe = fileURLToPath(new URL("./large-probe.ts", import.meta.url));

test.skipIf(serverBinary === "")(
  "2 GB are uploaded and downloaded unchanged, with less than 200 MB of memory",
  async () => {
    const server = await startServer();
    const folder = tempDir();
    const from = join(folder, "from");
    const hash = createHash("sha256");
    async function* pieces(): AsyncGenerator<Buffer> {
      for (let i = 0; i < 2048; i++) {
        const piece = Buffer.alloc(1 << 20, `${i},`);
        hash.update(piece);
        yield piece;
      }
    }
    await pipeline(Readable.from(pieces()), createWriteStream(from));

    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", probe, server.address(), from, join(folder, "to")],
      { env: { ...process.env, ...server.environment } },
    );

    const { bytes, sha256, megabytes } = JSON.parse(stdout);
    console.log(`2 GB up and down: ${megabytes} MB of memory`);
    expect({ bytes, sha256 }).toEqual({ bytes: 2 ** 31, sha256: hash.digest("hex") });
    expect(megabytes).toBeLessThan(200);
  },
  300_000,
);
