import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UnreachableError } from "../../../src/argo/client/index.js";
import { tempDir } from "../../temp-dir.js";
import { faultServer, serviceOf } from "./fault-server.js";

const address = { workflow: "train", nodeId: "train-1", artifact: "model" };
const content = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251));

interface Behaviour {
  /** The number of bytes before the connection is lost, for each request in turn. Default: all. */
  readonly breaksAfter: readonly number[];
  readonly etags?: readonly string[];
  readonly knowsRanges?: boolean;
}

/** A server that serves an artifact and closes connections during the response. */
function breaking({ breaksAfter, etags = [], knowsRanges = true }: Behaviour): {
  readonly ranges: (string | undefined)[];
  readonly answer: (response: ServerResponse, request: IncomingMessage) => void;
} {
  const ranges: (string | undefined)[] = [];
  return {
    ranges,
    answer(response, { headers }) {
      const turn = ranges.length;
      ranges.push(headers.range);
      const etag = etags[turn] ?? etags.at(-1);
      const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
      const goesOn = knowsRanges && headers.range !== undefined && headers["if-range"] === etag;
      const rest = goesOn ? content.subarray(from) : content;
      response.writeHead(goesOn ? 206 : 200, {
        "content-length": rest.length,
        ...(etag === undefined ? {} : { etag }),
        ...(goesOn ? { "content-range": `bytes ${from}-${content.length - 1}/${content.length}` } : {}),
      });
      const end = breaksAfter[turn];
      if (end === undefined) response.end(rest);
      // All bytes arrive before the connection is closed.
      else response.write(rest.subarray(0, end), () => response.socket?.end());
    },
  };
}

const rest = /^bytes=[1-9]\d*-$/;

function offsetOf(range: string | undefined): number {
  return Number(/\d+/.exec(range ?? "")?.[0]);
}

async function save(behaviour: Behaviour, retryTimeout?: number): Promise<(string | undefined)[]> {
  const path = join(tempDir(), "model");
  const { ranges, answer } = breaking(behaviour);
  const { url } = await faultServer(answer);
  const size = await serviceOf(url).saveArtifact(address, path, { retryTimeout });
  expect(size).toBe(content.length);
  expect(readFileSync(path).equals(content)).toBe(true);
  return ranges;
}

test("resumes if the server confirms that nothing has changed", async () => {
  const ranges = await save({ breaksAfter: [100_000, 50_000], etags: ['"v1"'] });
  // A broken connection may take bytes with it that were sent, but not yet read.
  expect(ranges).toEqual([undefined, expect.stringMatching(rest), expect.stringMatching(rest)]);
  const [first = 0, second = 0] = ranges.slice(1).map(offsetOf);
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThanOrEqual(100_000);
  expect(second).toBeGreaterThanOrEqual(first);
});

test("restarts if the content has changed", async () => {
  expect(await save({ breaksAfter: [100_000], etags: ['"v1"', '"v2"'] })).toEqual([
    undefined,
    expect.stringMatching(rest),
  ]);
});

test("restarts if the server does not support ranges", async () => {
  expect(await save({ breaksAfter: [100_000], etags: ['"v1"'], knowsRanges: false })).toHaveLength(2);
});

test.each([[[]], [['W/"v1"']]])(
  "restarts if no strong ETag confirms that the content is unchanged: %j",
  async (etags) => {
    expect(await save({ breaksAfter: [100_000, 250_000], etags })).toEqual([undefined, undefined, undefined]);
  },
);

test("gives up if it fails at the same offset until the deadline", async () => {
  const { answer, ranges } = breaking({ breaksAfter: Array(1000).fill(1000) });
  const { url } = await faultServer(answer);
  const saved = serviceOf(url).saveArtifact(address, join(tempDir(), "model"), { retryTimeout: 600 });
  await expect(saved).rejects.toThrow(UnreachableError);
  await expect(saved).rejects.toThrow(
    `The artifact model of train cannot be read: the Argo Server ${url} cannot be reached: the connection was lost.`,
  );
  expect(ranges.length).toBeGreaterThan(1);
});

test("refuses a range that it did not request", async () => {
  const { url } = await faultServer((response) =>
    response.writeHead(206, { "content-range": "bytes 5-9/10" }).end("fives"),
  );
  const saved = serviceOf(url).saveArtifact(address, join(tempDir(), "model"));
  await expect(saved).rejects.toThrow("It answered with another range than requested.");
}, 20_000);
