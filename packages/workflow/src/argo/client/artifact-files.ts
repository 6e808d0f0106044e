import type { Readable } from "node:stream";
import type { Http } from "./http.js";
import { listedNames } from "./listed-names.js";
import { ServerError } from "./server-error.js";

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
  const what = `The artifact ${address.artifact} of ${address.workflow} cannot be read`;
  const { body } = await send(
    http,
    address,
    address.file === undefined ? "" : `/${address.file}`,
    what,
    signal,
  );
  return body === null ? Readable.from([]) : Readable.fromWeb(body);
}

/** Paths of the files of an artifact that is a directory; none where it is a file. */
export async function listArtifactFiles(
  http: Http,
  address: ArtifactAddress,
  signal?: AbortSignal,
): Promise<string[]> {
  const what = `The files of the artifact ${address.artifact} of ${address.workflow} cannot be listed`;
  const list = async (folder: string): Promise<string[]> =>
    listedNames(await (await send(http, address, `/${folder}`, what, signal)).text());
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

async function send(
  http: Http,
  { workflow, nodeId, direction = "outputs", artifact }: ArtifactAddress,
  below: string,
  what: string,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const parts = [http.connection.namespace, "workflows", workflow, nodeId, direction, artifact];
  const path = parts.map(encodeURIComponent).join("/");
  try {
    return await http.send({
      method: "GET",
      path: `/artifact-files/${path}${below.split("/").map(encodeURIComponent).join("/")}`,
      accept: "*/*",
      what,
      timeout: 120_000,
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    throw error instanceof ServerError ? (explained(error, what) ?? error) : error;
  }
}

/** Here the server answers with a plain text, not in the form that its API has. */
function explained({ status }: ServerError, what: string): ServerError | undefined {
  if (status === 404) return new ServerError(`${what}: it is no longer in the bucket.`, "not-found", status);
  if (status === 500) {
    const reason = "the server cannot read it. Its log tells why; the account may need the bucket's secret";
    return new ServerError(`${what}: ${reason} (HTTP status 500).`, "server-fault", status);
  }
  if (status === 307) {
    const reason = "it holds an index.html, which the server shows instead. Copy it from the bucket";
    return new ServerError(`${what}: ${reason}.`, "invalid", status);
  }
  return undefined;
}
