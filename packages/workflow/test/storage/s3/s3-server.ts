import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll } from "vitest";
import { tempDir } from "../../cli/fixture-project.js";

/** A versitygw binary, with which tests start servers. */
export const serverBinary = process.env.S3_SERVER ?? "";
if (serverBinary === "") console.warn("Skipped: a server of S3. Set S3_SERVER to a versitygw binary.");

/** Credentials of the started servers. */
export const accessKey = "test-access-key";
export const secretKey = "test-secret-key-not-to-be-shown";
export const bucket = "bucket-of-tests";

export interface Server {
  readonly endpoint: string;
  /** Each bucket is a folder in it, and each object a file. */
  readonly folder: string;
  /** Environment variables for a process that uses the server. */
  readonly environment: Readonly<Record<string, string>>;
  /** An address in the bucket. */
  address(key?: string): string;
  kill(): Promise<void>;
  restart(): Promise<void>;
}

const started: (() => Promise<void>)[] = [];
// Registered here, because in a hook it would have no effect.
afterAll(async () => {
  for (const kill of started.splice(0)) await kill();
});

/**
 * Starts a local server with one bucket; it is stopped after the tests of the file.
 * @param folder the folder of the buckets. Default: a new one
 */
export async function startServer(
  options: readonly string[] = [],
  folder = join(tempDir("s3-server-"), "buckets"),
): Promise<Server> {
  const identities = join(folder, "..", "identities");
  for (const each of [join(folder, bucket), identities]) mkdirSync(each, { recursive: true });
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;

  const begin = async (): Promise<void> => {
    child = spawn(
      serverBinary,
      ["--port", `127.0.0.1:${port}`, "--iam-dir", identities, "--quiet", ...options, "posix", folder],
      {
        stdio: "ignore",
        env: { ...process.env, ROOT_ACCESS_KEY_ID: accessKey, ROOT_SECRET_ACCESS_KEY: secretKey },
      },
    );
    await answers(endpoint);
  };
  const kill = async (): Promise<void> => {
    const running = child;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGKILL");
    await ended;
  };

  started.push(kill);
  await begin();
  return {
    endpoint,
    folder,
    environment: {
      AWS_ENDPOINT_URL_S3: endpoint,
      AWS_ACCESS_KEY_ID: accessKey,
      AWS_SECRET_ACCESS_KEY: secretKey,
      AWS_REGION: "us-east-1",
    },
    address: (key = "") => `s3://${bucket}${key === "" ? "" : `/${key}`}?endpoint=${endpoint}`,
    kill,
    restart: begin,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Waits until the server accepts connections, with or without TLS. */
async function answers(endpoint: string): Promise<void> {
  const port = Number(new URL(endpoint).port);
  for (let tries = 0; tries < 200; tries++) {
    const taken = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        resolve(true);
      }).once("error", () => resolve(false));
    });
    if (taken) return;
    await sleep(50);
  }
  throw new Error(`The server at ${endpoint} does not answer after 10 s.`);
}
