import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface OddServer {
  readonly endpoint: string;
  /** Requests such as `GET bytes=…`, in the order of arrival. */
  readonly asked: string[];
  /** The methods of the requests that sent or requested a checksum. */
  readonly summed: string[];
  close(): void;
}

interface Kept {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly headers: Record<string, string>;
}

/** How a server differs from S3. */
export interface Oddity {
  /** How it handles `If-None-Match`. */
  readonly condition?: "ignored" | "refused";
  /** Rejects every checksum header. */
  readonly knowsNoChecksums?: true;
  /** The error code of the first PUT, as if the bytes had been damaged in transit. */
  readonly findsDamaged?: string;
  /** Disconnects during the first response to GET after this many bytes. */
  readonly breaksOffAfter?: number;
  /** Sends the whole object in response to a range request. */
  readonly ignoresRanges?: true;
  /** Sends the rest of an object without checking that it is still the same. */
  readonly ignoresIfMatch?: true;
  /** Rejects the clock of the first request as an hour wrong, after this many milliseconds. */
  readonly findsClockWrongAfter?: number;
  /** Reports that a list continues, with this token; empty for none. */
  readonly listsOn?: string;
  /** Sends other bytes than it received, without a checksum. */
  readonly damages?: true;
}

/** A server of single objects that deviates from S3 in a way that the real test server does not. */
export async function startOddServer(oddity: Oddity): Promise<OddServer> {
  const objects = new Map<string, Kept>();
  const asked: string[] = [];
  const summed: string[] = [];
  let brokenOff = false;
  let clockIsSet = false;
  let foundDamaged = false;

  const put = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const bytes = await buffer(request);
    if (request.headers["if-none-match"] !== undefined && oddity.condition === "refused") {
      response.writeHead(501).end("<Error><Code>NotImplemented</Code></Error>");
      return;
    }
    const etag = `"${createHash("md5").update(bytes).digest("hex")}"`;
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      name.startsWith("x-amz-meta-") && typeof value === "string" ? [[name, value]] : [],
    );
    objects.set(path, { bytes, etag, headers: Object.fromEntries(headers) });
    response.writeHead(200, { etag }).end();
  };

  const get = (request: IncomingMessage, response: ServerResponse, { bytes, etag, headers }: Kept): void => {
    const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? "") ?? [];
    const begin = from === undefined || oddity.ignoresRanges ? 0 : Number(from);
    const condition = request.headers["if-match"];
    if (condition !== undefined && condition !== etag && oddity.ignoresIfMatch !== true) {
      response.writeHead(412).end("<Error><Code>PreconditionFailed</Code></Error>");
      return;
    }
    if (begin > 0 && begin >= bytes.length) {
      response.writeHead(416).end("<Error><Code>InvalidRange</Code></Error>");
      return;
    }
    const body = oddity.damages ? Buffer.alloc(bytes.length, "!") : bytes.subarray(begin);
    response.writeHead(begin === 0 ? 200 : 206, {
      ...headers,
      etag,
      "content-length": body.length,
      ...(begin === 0 ? {} : { "content-range": `bytes ${begin}-${bytes.length - 1}/${bytes.length}` }),
    });
    if (request.method === "HEAD") response.end();
    else if (oddity.breaksOffAfter !== undefined && !brokenOff) {
      brokenOff = true;
      response.write(body.subarray(0, oddity.breaksOffAfter), () => setTimeout(() => response.destroy(), 50));
    } else response.end(body);
  };

  const answer: RequestListener = (request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    asked.push(
      [request.method, request.headers.range, request.headers["if-match"]]
        .filter((part) => part !== undefined)
        .join(" "),
    );
    const kept = objects.get(path);
    const hasChecksum = Object.keys(request.headers).some((name) => /^x-amz-.*checksum/.test(name));
    if (hasChecksum) summed.push(request.method ?? "");
    if (oddity.findsClockWrongAfter !== undefined && !clockIsSet) {
      clockIsSet = true;
      request.resume();
      setTimeout(() => {
        response.writeHead(403, { date: new Date(Date.now() + 3_600_000).toUTCString() });
        response.end("<Error><Code>RequestTimeTooSkewed</Code></Error>");
      }, oddity.findsClockWrongAfter);
      return;
    }
    if (request.url?.includes("list-type=2")) {
      const next =
        oddity.listsOn === "" ? "" : `<NextContinuationToken>${oddity.listsOn}</NextContinuationToken>`;
      const objects =
        "<Contents><Key>a/1</Key><Size>1</Size></Contents><Contents><Key>other</Key><Size>1</Size></Contents>";
      const end = oddity.listsOn === undefined ? "" : `<IsTruncated>true</IsTruncated>${next}`;
      response.end(`<ListBucketResult>${objects}${end}</ListBucketResult>`);
      return;
    }
    if (oddity.findsDamaged !== undefined && !foundDamaged && request.method === "PUT") {
      foundDamaged = true;
      request.resume();
      response.writeHead(400);
      response.end(
        `<Error><Code>${oddity.findsDamaged}</Code><Message>The provided 'x-amz-checksum' header does not match what was computed.</Message></Error>`,
      );
      return;
    }
    if (oddity.knowsNoChecksums && hasChecksum) {
      request.resume();
      response.writeHead(501).end("<Error><Code>NotImplemented</Code></Error>");
    } else if (request.method === "PUT") void put(request, response, path);
    else if (kept === undefined) response.writeHead(404).end();
    else get(request, response, kept);
  };

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  return { endpoint: `http://127.0.0.1:${port}`, asked, summed, close: () => server.close() };
}
