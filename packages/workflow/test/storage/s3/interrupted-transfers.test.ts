import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../../src/storage/open-store.js";
import type { TransferOptions } from "../../../src/storage/store.js";
import { tempDir } from "../../cli/fixture-project.js";
import { keys } from "../store-contract.js";
import { type Server, serverBinary, startServer } from "./s3-server.js";

const bytes = randomBytes(64 * 1024 * 1024);

describe.skipIf(serverBinary === "")("when the server is killed", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
    Object.assign(process.env, server.environment);
  });
  afterEach(async () => {
    await server.kill();
    await server.restart();
  });

  /** Kills the server once, after a quarter was transferred. */
  function killMidway(then: () => Promise<void>): TransferOptions & { killed(): number } {
    let killed = 0;
    return {
      killed: () => killed,
      onProgress(done) {
        if (killed > 0 || done < bytes.length / 4 || done >= bytes.length) return;
        killed = done;
        void server.kill().then(then);
      },
    };
  }

  const backAfter = (milliseconds: number) => async (): Promise<void> => {
    await sleep(milliseconds);
    await server.restart();
  };

  test("an upload succeeds when the server comes back", async () => {
    const store = await openStore(server.address("upload"));
    const options = killMidway(backAfter(1000));

    const put = await store.put("large", bytes, options);
    const file = join(tempDir(), "large");
    await store.get("large", file);

    expect(options.killed()).toBeGreaterThan(0);
    expect(put?.bytes).toBe(bytes.length);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test("a download resumes when the server comes back", async () => {
    const store = await openStore(server.address("download"));
    await store.put("large", bytes);
    const file = join(tempDir(), "large");
    const seen: number[] = [];
    const { killed, onProgress } = killMidway(backAfter(1000));

    await store.get("large", file, {
      onProgress(done, total) {
        seen.push(done);
        onProgress?.(done, total);
      },
    });

    expect(killed()).toBeGreaterThan(0);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    // The progress never decreased.
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  test("a download restarts when the object was replaced in the meantime", async () => {
    const store = await openStore(server.address("replaced"));
    await store.put("large", bytes);
    const other = randomBytes(1_000_000);
    const file = join(tempDir(), "large");
    // On the same folder, so the object is replaced before the first server is back.
    const replace = async (): Promise<void> => {
      const second = await startServer([], server.folder);
      const writer = await openStore(second.address("replaced"));
      await writer.put("large", other);
      await second.kill();
      await server.restart();
    };

    const got = await store.get("large", file, killMidway(replace));

    expect(got.bytes).toBe(other.length);
    expect(readFileSync(file).equals(other)).toBe(true);
  });

  test("an upload fails with a transient error when the server stays away, and leaves no partial object", async () => {
    const store = await openStore(server.address("lost-upload"), { retryTimeout: 1000 });
    const options = killMidway(async () => {});

    await expect(store.put("large", bytes, options)).rejects.toMatchObject({
      name: "TransientError",
      message: expect.stringMatching(
        /^Cannot write s3:\S+ at \S+: (the server cannot be reached|the connection was lost)/,
      ),
    });

    await server.restart();
    expect(options.killed()).toBeGreaterThan(0);
    expect(await keys(store.list())).toEqual([]);
  });

  test("a download fails with a transient error when the server stays away, and leaves no file", async () => {
    const store = await openStore(server.address("lost-download"), { retryTimeout: 1000 });
    await store.put("large", bytes);
    const folder = tempDir();
    const options = killMidway(async () => {});

    await expect(store.get("large", join(folder, "large"), options)).rejects.toMatchObject({
      name: "TransientError",
      message: expect.stringMatching(
        /^Cannot read s3:\S+ at \S+: (the server cannot be reached|the connection was lost)/,
      ),
    });

    expect(options.killed()).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual([]);
  });
});
