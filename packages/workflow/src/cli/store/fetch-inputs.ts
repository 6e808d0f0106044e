import type { Workflow } from "../../definition/graph.js";
import { isS3Address } from "../../storage/s3-address.js";
import { isFolderPort } from "./dataset-location.js";
import { fetchFile } from "./fetch-file.js";
import { fetchFolder } from "./fetch-folder.js";

/** The values of `--set` with paths in place of addresses, and the address of each fetched input. */
export interface FetchedInputs {
  readonly set: Record<string, string>;
  readonly sources: Record<string, string>;
}

/**
 * Fetches the input artifacts that are set to addresses in S3. Each version of a file or folder is cached.
 * @param folder of the input cache
 */
export async function fetchInputs(
  workflow: Workflow,
  set: Readonly<Record<string, string>>,
  folder: string,
  signal: AbortSignal,
): Promise<FetchedInputs> {
  const fetched: FetchedInputs = { set: { ...set }, sources: {} };
  for (const [name, text] of Object.entries(set)) {
    const port = workflow.inputs[name];
    if (port?.kind !== "artifact" || !isS3Address(text)) continue;
    const fetch = isFolderPort(port) ? fetchFolder : fetchFile;
    const { path, source } = await fetch(text, folder, signal);
    fetched.set[name] = path;
    fetched.sources[name] = source;
  }
  return fetched;
}
