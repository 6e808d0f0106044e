import type { Readable } from "node:stream";
import { parseDirectoryListing } from "./directory-listing.js";
import type { Http, ServerRequest } from "./http.js";
import { type Refusal, ServerError } from "./server-error.js";

/** An artifact of a workflow that has run. */
export interface ArtifactAddress {
  readonly workflow: string;
  readonly nodeId: string;
  readonly artifact: string;
  /** Whether the node took it or put it out; `outputs` where left out. */
  readonly direction?: "inputs" | "outputs";
  /** A file below it, where the artifact is a directory. */
  readonly file?: string;
}

type Response = Awaited<ReturnType<Http["send"]>>;

/** The content of an artifact, as it is stored. */
export async function readArtifact(
  http: Http,
  address: ArtifactAddress,
  signal?: AbortSignal,
): Promise<Readable> {
  const { Readable } = await import("node:stream");
  const request = contentRequest(http, address, signal);
  const { body } = await explaining(http, request.what, () => http.send(request));
  return body === null ? Readable.from([]) : Readable.fromWeb(body);
}

/** The content of an artifact from a place in it. */
export interface ArtifactContent {
  /** Where it begins, in bytes: 0 where the server gave all of it. */
  readonly offset: number;
  /** By which the server can say that it has not changed. */
  readonly etag: string | undefined;
  /** Throws an `UnreachableError` where the connection breaks. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * Opens the content of an artifact.
 * @param from where to go on, if it is still what had this ETag; default: the beginning
 */
export async function openArtifact(
  http: Http,
  address: ArtifactAddress,
  from: { readonly offset: number; readonly etag: string } | undefined,
  signal: AbortSignal | undefined,
): Promise<ArtifactContent> {
  const request = contentRequest(http, address, signal);
  const range = from === undefined ? {} : { range: `bytes=${from.offset}-`, "if-range": from.etag };
  const response = await explaining(http, request.what, () => http.send({ ...request, headers: range }));
  const { status, headers, body } = response;
  const begin = /^bytes (\d+)-/.exec(headers.get("content-range") ?? "")?.[1];
  const goesOn = status === 206 && from !== undefined && begin === String(from.offset);
  if (status === 206 && !goesOn) {
    await body?.cancel();
    throw http.faults.refused(206, "It answered with another part of it than was asked for", request.what);
  }
  // Of compressed bytes, a range would be meant in the compressed form.
  const etag = headers.get("content-encoding") === null ? headers.get("etag") : null;
  return {
    offset: goesOn ? from.offset : 0,
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

/** Paths of the files of an artifact that is a directory; none where it is a file. */
export async function listArtifactFiles(
  http: Http,
  address: ArtifactAddress,
  signal?: AbortSignal,
): Promise<string[]> {
  const what = `The files of the artifact ${address.artifact} of ${address.workflow} cannot be listed`;
  const list = async (folder: string): Promise<string[]> =>
    parseDirectoryListing(
      await explaining(http, what, () => http.text(requestOf(http, address, `/${folder}`, what, signal))),
    );
  const isFolder = (name: string): boolean => name.endsWith("/");
  const top = await list("");
  const files = top.filter((name) => !isFolder(name));
  // Every folder that holds a file is named at the top, whole: `a/` and `a/b/`.
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
    ...(signal === undefined ? {} : { signal }),
  };
}

function pathOf({ workflow, nodeId, direction = "outputs", artifact }: ArtifactAddress, http: Http): string {
  const parts = [http.connection.namespace, "workflows", workflow, nodeId, direction, artifact];
  return `/artifact-files/${parts.map(encodeURIComponent).join("/")}`;
}

/** Sends a request. The server answers here with a plain text where it refuses, not in the form that its API has. */
async function explaining<T>(http: Http, what: string, send: () => Promise<T>): Promise<T> {
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
    "the server cannot read it. Its log tells why; the account may need the bucket's secret (HTTP status 500)",
    "server-fault",
  ],
  307: ["it holds an index.html, which the server shows instead. Copy it from the bucket", "invalid"],
};
