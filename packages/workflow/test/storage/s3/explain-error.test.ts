import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openStore } from "../../../src/storage/open-store.js";
import type { Store } from "../../../src/storage/store.js";
import { tempDir } from "../../cli/fixture-project.js";
import { accessKey, bucket, type Server, secretKey, serverBinary, startServer } from "./s3-server.js";

const credentials = {
  AWS_ACCESS_KEY_ID: accessKey,
  AWS_SECRET_ACCESS_KEY: secretKey,
  AWS_REGION: "us-east-1",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_CONFIG_FILE: "/does/not/exist",
  AWS_SHARED_CREDENTIALS_FILE: "/does/not/exist",
};

beforeEach(() => {
  for (const [name, value] of Object.entries(credentials)) vi.stubEnv(name, value);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** The error of each operation of a store. */
async function complaints(store: Store): Promise<Record<string, unknown>> {
  const said = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => "nothing",
      (error: unknown) => {
        expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(secretKey);
        expect(error).not.toHaveProperty("cause");
        return error instanceof Error ? `${error.name}: ${error.message}` : error;
      },
    );
  return {
    put: await said(store.put("key", Buffer.from("x"))),
    get: await said(store.get("key", join(tempDir(), "x"))),
    head: await said(store.head("key")),
    list: await said(store.list()[Symbol.asyncIterator]().next()),
    remove: await said(store.delete("key")),
  };
}

describe.skipIf(serverBinary === "")("a real server", () => {
  let server: Server;
  beforeEach(async () => {
    server ??= await startServer();
  });

  const everywhere = (words: RegExp) => ({
    put: expect.stringMatching(words),
    get: expect.stringMatching(words),
    head: expect.stringMatching(words),
    list: expect.stringMatching(words),
    remove: expect.stringMatching(words),
  });

  test("reports an unknown access key", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "nobody");
    expect(await complaints(await openStore(server.address()))).toEqual(
      everywhere(
        /^UserError: Cannot \w+ s3:\S+ at \S+: the server does not know the access key\. Check AWS_ACCESS_KEY_ID/,
      ),
    );
  });

  test("reports a secret key that does not belong to the access key", async () => {
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "wrong-secret-key");
    expect(await complaints(await openStore(server.address()))).toEqual(
      everywhere(/^UserError: Cannot \w+ s3:\S+ at \S+: the secret key does not belong to the access key\./),
    );
  });

  test("reports a missing bucket", async () => {
    const store = await openStore(`s3://no-such-bucket?endpoint=${server.endpoint}`);
    expect(await complaints(store)).toEqual(
      everywhere(
        /^UserError: There is no bucket "no-such-bucket" at http:\S+\. Check its name, or create it\.$/,
      ),
    );
  });

  test("reports missing credentials", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", undefined);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", undefined);
    expect(await complaints(await openStore(server.address()))).toEqual(
      everywhere(/^UserError: Cannot \w+ s3:\S+ at \S+: no credentials were found\. Set AWS_ACCESS_KEY_ID/),
    );
  });

  test("reports a wrong region, and names the right one", async () => {
    const store = await openStore(`${server.address()}&region=eu-west-1`);
    expect(await complaints(store)).toEqual(
      everywhere(
        /^UserError: Cannot \w+ s3:\S+ at \S+: the bucket is in another region(, us-east-1)?\. Set AWS_REGION/,
      ),
    );
  });

  test("uses the endpoint of the environment", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
    vi.stubEnv("AWS_ENDPOINT_URL_S3", server.endpoint);
    const store = await openStore(`s3://${bucket}/environment`);

    expect(await store.put("key", Buffer.from("x"))).toMatchObject({ key: "key", bytes: 1 });
    expect(store.address).toBe(`s3://${bucket}/environment?endpoint=${server.endpoint}`);
  });
});

test("reports an unreachable server as a transient error", async () => {
  const store = await openStore(`s3://${bucket}?endpoint=http://127.0.0.1:1`, { retryTimeout: 200 });
  await expect(store.head("key")).rejects.toMatchObject({
    name: "TransientError",
    message: expect.stringMatching(
      /^Cannot read s3:\/\/\S+\/key at http:\/\/127\.0\.0\.1:1: the server cannot be reached \(ECONNREFUSED\)\. Check the endpoint/,
    ),
  });
});

test("reports a server name that cannot be resolved", async () => {
  const store = await openStore(`s3://${bucket}?endpoint=http://no-such-host.invalid`, { retryTimeout: 200 });
  await expect(store.head("key")).rejects.toThrow(/cannot be reached \(its name cannot be resolved\)/);
});

test("refuses an endpoint with a password in the environment, without showing it", async () => {
  vi.stubEnv("AWS_ENDPOINT_URL_S3", "https://user:hunter2@host");
  await expect(openStore(`s3://${bucket}`)).rejects.toThrow(
    /^The endpoint in AWS_ENDPOINT_URL_S3 contains a user or a password\./,
  );
});

/** A server with the same response to every request. */
async function answering(status: number, body: string, headers: Record<string, string> = {}) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked++;
    request.resume();
    response
      .writeHead(status, { "content-type": "application/xml", ...headers })
      .end(request.method === "HEAD" ? "" : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const store = await openStore(`s3://${bucket}?endpoint=http://127.0.0.1:${port}`, { retryTimeout: 500 });
  return {
    store,
    asked: () => asked,
    end: () => {
      store.close();
      server.close();
    },
  };
}

const xml = (code: string, more = ""): string =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>as it is</Message>${more}</Error>`;

test.each([
  [403, xml("AccessDenied"), /^UserError: .*: access denied\. The keys are valid, but may not \w+ there/],
  [400, xml("ExpiredToken"), /^UserError: .*: the credentials have expired\. Log in again/],
  [400, xml("InvalidToken"), /^UserError: .*: the session token is not valid\./],
  [403, xml("RequestTimeTooSkewed"), /^UserError: .*: this machine's clock is too far from the server's\./],
  [
    400,
    xml("AuthorizationHeaderMalformed", "<Region>eu-west-3</Region>"),
    /another region, eu-west-3\. Set AWS_REGION, or write \?region=eu-west-3/,
  ],
  [301, xml("PermanentRedirect"), /the bucket is in another region/],
  [503, xml("SlowDown"), /^TransientError: .*: the server answered 503 \(SlowDown: as it is\)\.$/],
  [500, xml("InternalError"), /^TransientError: .*: the server answered 500/],
  [507, xml("XMinioStorageFull"), /^TransientError: .*507 \(XMinioStorageFull: as it is\)/],
  [418, xml("Teapot", ""), /^UserError: .*: the server answered 418 \(Teapot: as it is\)\.$/],
])(
  "explains a response %i with %s",
  async (status, body, words) => {
    const { store, end } = await answering(status, body);
    const said = await complaints(store);
    end();
    expect(said).toMatchObject({
      put: expect.stringMatching(words),
      list: expect.stringMatching(words),
      get: expect.stringMatching(words),
      remove: expect.stringMatching(words),
      head: expect.stringMatching(words),
    });
  },
  60_000,
);

test("reports a server that is not S3", async () => {
  const { store, end } = await answering(200, "<html><body>Welcome</body>", { "content-type": "text/html" });
  const said = store.list()[Symbol.asyncIterator]().next();
  await expect(said).rejects.toThrow(/: the server's answer is not S3's\. Check the endpoint/);
  end();
});

test("shows no secret that a server repeats", async () => {
  const { store, end } = await answering(
    400,
    xml("Odd", "").replace(
      "as it is",
      `the key ${secretKey} at https://user:pass@host/x?X-Amz-Signature=abc is odd`,
    ),
  );
  await expect(store.delete("key")).rejects.toThrow(
    /: the server answered 400 \(Odd: the key \*\*\* at https:\/\/\*\*\*@host\/x\?X-Amz-Signature=\*\*\* is odd\)\.$/,
  );
  end();
});

test("retries after a transient error, and not after another one", async () => {
  const busy = await answering(503, xml("SlowDown"));
  const denied = await answering(403, xml("AccessDenied"));
  await expect(busy.store.delete("key")).rejects.toThrow();
  await expect(denied.store.delete("key")).rejects.toThrow();
  busy.end();
  denied.end();
  expect(busy.asked()).toBeGreaterThanOrEqual(3);
  expect(denied.asked()).toBe(1);
});
