import type { Readable } from "node:stream";
import { omitUndefined } from "../../definition/omit-undefined.js";
import type { Http, ServerRequest } from "./http.js";
import { type Refusal, ServerError } from "./server-error.js";

/** The address of an artifact of a workflow. */
export interface ArtifactAddress {
  readonly workflow: string;
  readonly nodeId: string;
  readonly artifact: string;
  /** Whether it is an input or an output of the node. Default: `outputs`. */
  readonly direction?: "inputs" | "outputs";
  /** The path of a file in it, if the artifact is a directory. */
  readonly file?: string;
}

type Response = Awaited<ReturnType<Http["send"]>>;

/**
 * Reads the content of an artifact, as it is stored.
 * @throws {ServerError} `not-found` if it does not exist, `server-fault` if the server cannot read the bucket
 */
export async function readArtifact(
  http: Http,
  address: ArtifactAddress,
  signal?: AbortSignal,
): Promise<Readable> {
  const { Readable } = await import("node:stream");
  const request = contentRequest(http, address, signal);
  const { body } = await withExplainedErrors(http, request.what, () => http.send(request));
  return body === null ? Readable.from([]) : Readable.fromWeb(body);
}

/** The content of an artifact, from an offset. */
export interface ArtifactContent {
  /** Where the content begins, in bytes; 0 if the server sent the whole artifact. */
  readonly offset: number;
  /** Strong ETag, with which a request can be resumed. */
  readonly etag: string | undefined;
  /** Throws an `UnreachableError` if the connection is lost. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * Opens the content of an artifact.
 * @param from the offset to resume at, if the ETag still matches. Default: the beginning
 */
export async function openArtifact(
  http: Http,
  address: ArtifactAddress,
  from: { readonly offset: number; readonly etag: string } | undefined,
  signal: AbortSignal | undefined,
): Promise<ArtifactContent> {
  const request = contentRequest(http, address, signal);
  const range = from === undefined ? {} : { range: `bytes=${from.offset}-`, "if-range": from.etag };
  const response = await withExplainedErrors(http, request.what, () =>
    http.send({ ...request, headers: range }),
  );
  const { status, headers, body } = response;
  const begin = /^bytes (\d+)-/.exec(headers.get("content-range") ?? "")?.[1];
  const isResumed = status === 206 && from !== undefined && begin === String(from.offset);
  if (status === 206 && !isResumed) {
    await body?.cancel();
    throw http.faults.refused(206, "It answered with another range than requested", request.what);
  }
  // For a compressed response, a range would refer to the compressed bytes.
  const etag = headers.get("content-encoding") === null ? headers.get("etag") : null;
  return {
    offset: isResumed ? from.offset : 0,
    etag: etag?.startsWith('"') ? etag : undefined,
    chunks: chunksOf(http, request.what, body, signal),
  };
}

async function* chunksOf(
  http: Http,
  what: string,
  body: Response["body"],
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body ?? [];
  } catch (error) {
    throw signal?.aborted ? error : http.faults.unreachable(what, error);
  }
}

/** Lists the paths of the files of an artifact that is a directory; empty for a file. */
export async function listArtifactFiles(
  http: Http,
  address: ArtifactAddress,
  signal?: AbortSignal,
): Promise<string[]> {
  const what = `The files of the artifact ${address.artifact} of ${address.workflow} cannot be listed`;
  const list = async (folder: string): Promise<string[]> =>
    parseDirectoryListing(
      await withExplainedErrors(http, what, () =>
        http.text(requestOf(http, address, `/${folder}`, what, signal)),
      ),
    );
  const isFolder = (name: string): boolean => name.endsWith("/");
  const top = await list("");
  const files = top.filter((name) => !isFolder(name));
  // The top level lists every folder that contains a file, with its full path: `a/` and `a/b/`.
  for (const folder of top.filter(isFolder)) {
    const inside = await list(folder);
    files.push(...inside.filter((name) => !isFolder(name)).map((name) => `${folder}${name}`));
  }
  return files;
}

function contentRequest(
  http: Http,
  address: ArtifactAddress,
  signal: AbortSignal | undefined,
): ServerRequest {
  const what = `The artifact ${address.artifact} of ${address.workflow} cannot be read`;
  return requestOf(http, address, address.file === undefined ? "" : `/${address.file}`, what, signal);
}

function requestOf(
  http: Http,
  address: ArtifactAddress,
  below: string,
  what: string,
  signal: AbortSignal | undefined,
): ServerRequest {
  return {
    method: "GET",
    path: `${pathOf(address, http)}${below.split("/").map(encodeURIComponent).join("/")}`,
    accept: "*/*",
    what,
    timeout: 120_000,
    ...omitUndefined({ signal }),
  };
}

function pathOf({ workflow, nodeId, direction = "outputs", artifact }: ArtifactAddress, http: Http): string {
  const parts = [http.connection.namespace, "workflows", workflow, nodeId, direction, artifact];
  return `/artifact-files/${parts.map(encodeURIComponent).join("/")}`;
}

/** Sends a request and explains its errors: here the server answers errors as plain text, not in the form of its API. */
async function withExplainedErrors<T>(http: Http, what: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const [reason, refusal] = error instanceof ServerError ? (explanations[error.status] ?? []) : [];
    if (!(error instanceof ServerError) || reason === undefined || refusal === undefined) throw error;
    throw new ServerError(http.faults.clean(`${what}: ${reason}.`), refusal, error.status);
  }
}

const explanations: Readonly<Record<number, readonly [reason: string, refusal: Refusal]>> = {
  404: ["it is no longer in the bucket", "not-found"],
  500: [
    "the server cannot read it. Its log says why; the account may need the bucket's secret (HTTP status 500)",
    "server-fault",
  ],
  307: ["it contains an index.html, which the server shows instead. Copy it from the bucket", "invalid"],
};

/** Parses the names on the server's page of a directory; those of folders end with a slash. */
function parseDirectoryListing(page: string): string[] {
  const entries = page.matchAll(/<li><a href="\.\/[^"]*">([^<]*)<\/a><\/li>/g);
  return [...entries].map(([, text = ""]) => decodeEntities(text));
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Decodes HTML entities as Go's templates write them. */
function decodeEntities(html: string): string {
  return html.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[name] ?? whole;
  });
}
