import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openStore } from "../../../src/storage/open-store.js";
import type { Store } from "../../../src/storage/store.js";
import { tempDir } from "../../cli/fixture-project.js";
import { has } from "../../cli/program.js";
import { keys } from "../store-contract.js";
import { type Oddity, startOddServer } from "./odd-server.js";
import { accessKey, bucket, secretKey, serverBinary, startServer } from "./s3-server.js";

beforeEach(() => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", accessKey);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", secretKey);
  vi.stubEnv("AWS_REGION", "us-east-1");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function odd(
  oddity: Oddity,
  work: (store: Store, asked: string[], notices: string[], summed: string[]) => Promise<void>,
) {
  const server = await startOddServer(oddity);
  const notices: string[] = [];
  const store = await openStore(`s3://${bucket}?endpoint=${server.endpoint}`, {
    notice: (message) => notices.push(message.replace(server.endpoint, "SERVER")),
    retryTimeout: 3000,
  });
  try {
    await work(store, server.asked, notices, server.summed);
  } finally {
    store.close();
    server.close();
  }
}

test.each(["ignored", "refused"] as const)(
  "reports once that If-None-Match is %s, and checks before it writes",
  async (condition) => {
    await odd({ condition }, async (store, _asked, notices) => {
      const first = await store.put("a", Buffer.from("first"), { ifAbsent: true });
      const second = await store.put("a", Buffer.from("second"), { ifAbsent: true });
      const other = await store.put("b", Buffer.from("other"), { ifAbsent: true });

      expect([first?.bytes, second, other?.bytes]).toEqual([5, undefined, 5]);
      expect(notices).toEqual([
        "SERVER does not support If-None-Match: two writers of the same key at the same moment can overwrite each other.",
      ]);
    });
  },
);

test("omits checksums that the server refuses, reports it once, and still verifies the digest", async () => {
  await odd({ knowsNoChecksums: true }, async (store, asked, notices) => {
    const file = join(tempDir(), "a");
    await store.put("a", Buffer.from("bytes"));
    await store.get("a", file);
    await store.put("b", Buffer.from("more"));

    expect(readFileSync(file, "utf8")).toBe("bytes");
    expect(asked).toEqual(["PUT", "PUT", "GET", "PUT"]);
    expect(notices).toEqual([
      "SERVER does not support the SDK's checksums. They are omitted; the SHA-256 stored with each object is still verified.",
    ]);
  });
  await odd({ knowsNoChecksums: true, damages: true }, async (store) => {
    await store.put("a", Buffer.from("bytes"));
    await expect(store.get("a", join(tempDir(), "a"))).rejects.toThrow(/ arrived damaged: /);
  });
});

test.each(["XAmzContentChecksumMismatch", "BadDigest"])(
  "sends damaged content again, with checksums (%s)",
  async (findsDamaged) => {
    await odd({ findsDamaged }, async (store, asked, notices, summed) => {
      await store.put("a", Buffer.from("bytes"));
      const file = join(tempDir(), "a");
      await store.get("a", file);

      expect(readFileSync(file, "utf8")).toBe("bytes");
      expect(asked).toEqual(["PUT", "PUT", "GET"]);
      expect(summed).toEqual(["PUT", "PUT", "GET"]);
      expect(notices).toEqual([]);
    });
  },
);

test("detects a server that supports neither checksums nor If-None-Match", async () => {
  await odd({ knowsNoChecksums: true, condition: "refused" }, async (store, _asked, notices) => {
    const put = await store.put("a", Buffer.from("bytes"), { ifAbsent: true });

    expect(put?.bytes).toBe(5);
    expect(notices).toEqual([
      expect.stringMatching(/^SERVER does not support the SDK's checksums\./),
      expect.stringMatching(/^SERVER does not support If-None-Match: /),
    ]);
  });
});

test("an interrupted download requests the rest of the same object", async () => {
  await odd({ breaksOffAfter: 600_000 }, async (store, asked) => {
    const bytes = randomBytes(1_000_000);
    const put = await store.put("a", bytes);
    const file = join(tempDir(), "a");

    const got = await store.get("a", file);

    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(got.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(asked).toEqual(["PUT", "GET", expect.stringMatching(/^GET bytes=[1-9]\d*- "[0-9a-f]{32}"$/)]);
    expect(asked[2]).toContain(put?.version);
  });
});

test("an interrupted download restarts if the server does not support ranges", async () => {
  await odd({ breaksOffAfter: 600_000, ignoresRanges: true }, async (store) => {
    const bytes = randomBytes(1_000_000);
    await store.put("a", bytes);
    const file = join(tempDir(), "a");

    await store.get("a", file);

    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});

test.each([
  ["sends the rest of another object", 1_000_000],
  ["has a shorter object now", 1000],
])("a download restarts if the server %s", async (_what, size) => {
  await odd({ breaksOffAfter: 600_000, ignoresIfMatch: true }, async (store, asked) => {
    const other = randomBytes(size);
    await store.put("a", randomBytes(1_000_000));
    const file = join(tempDir(), "a");
    let replaced: Promise<unknown> | undefined;

    const got = await store.get("a", file, {
      onProgress() {
        replaced ??= store.put("a", other);
      },
    });
    await replaced;

    expect(asked.filter((each) => each.startsWith("GET"))).toHaveLength(3);
    expect(got.bytes).toBe(size);
    expect(readFileSync(file).equals(other)).toBe(true);
  });
});

test("retries with the server's time if this machine's clock is wrong, however late the server reports it", async () => {
  await odd({ findsClockWrongAfter: 3100 }, async (store, asked) => {
    expect(await store.put("a", Buffer.from("x"))).toMatchObject({ bytes: 1 });
    expect(asked).toEqual(["PUT", "PUT"]);
  });
});

test.each(["", "again"])("does not accept an incomplete list (%j)", async (listsOn) => {
  await odd({ listsOn }, async (store) => {
    await expect(keys(store.list("a/"))).rejects.toThrow(
      /^http:\S+ does not list s3:\/\/bucket-of-tests completely: it says that more objects follow, but not where\./,
    );
  });
});

test("skips objects that were not requested", async () => {
  await odd({}, async (store) => {
    expect(await keys(store.list("a/"))).toEqual(["a/1"]);
  });
});

test("refuses bytes that differ from the uploaded ones, and leaves no file", async () => {
  await odd({ damages: true }, async (store) => {
    await store.put("a", Buffer.from("right bytes"));
    const folder = tempDir();

    await expect(store.get("a", join(folder, "a"))).rejects.toMatchObject({
      name: "TransientError",
      message: expect.stringMatching(
        /^a of s3:\S+ arrived damaged: found 11 bytes with SHA-256 [0-9a-f]{12}…, expected 11 with [0-9a-f]{12}…\./,
      ),
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("reports a server without TLS if http:// was not set", async () => {
  const server = await startOddServer({});
  const store = await openStore(`s3://${bucket}?endpoint=${server.endpoint.replace("http://", "")}`, {
    retryTimeout: 100,
  });
  await expect(store.head("a")).rejects.toThrow(
    /: it does not speak TLS\. If it is a server without TLS, write its endpoint with http:\/\//,
  );
  server.close();
});

const noOpenssl = !has("openssl", "version");
if (noOpenssl) console.warn("Skipped: a server with a certificate of its own. Install openssl.");

describe.skipIf(noOpenssl || serverBinary === "")("a server with a self-signed certificate", () => {
  test("is not trusted unless its certificate is set", async () => {
    const folder = tempDir();
    const [key, certificate] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
    execFileSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-keyout",
        key,
        "-out",
        certificate,
        ...subject,
      ],
      { stdio: "ignore" },
    );
    const server = await startServer(["--cert", certificate, "--key", key]);
    const address = server.address().replace("http://", "https://");
    const probe = join(import.meta.dirname, "large-probe.ts");
    const from = join(folder, "cert.pem");
    const send = (env: Readonly<Record<string, string>>): string =>
      execFileSync(process.execPath, ["--import", "tsx", probe, address, from, join(folder, "copy")], {
        env: { ...process.env, ...server.environment, ...env },
        encoding: "utf8",
        stdio: "pipe",
      });

    const store = await openStore(address, { retryTimeout: 100 });
    await expect(store.head("a")).rejects.toThrow(
      /: its TLS certificate is not trusted \(\w+\)\. Set NODE_EXTRA_CA_CERTS to the file with the authority's certificate\./,
    );
    send({ NODE_EXTRA_CA_CERTS: certificate });

    expect(existsSync(join(folder, "copy"))).toBe(true);
  });
});
