import type { Workflow } from "../../definition/graph.js";
import { isS3Address } from "../../storage/s3-address.js";
import { isFolderPort } from "./dataset-location.js";
import { fetchFile } from "./fetch-file.js";
import { fetchFolder } from "./fetch-folder.js";

/** What was set, with paths in place of addresses, and where they are from. */
export interface FetchedInputs {
  readonly set: Record<string, string>;
  readonly sources: Record<string, string>;
}

/**
 * Fetches the input artifacts that are set to addresses in S3. A file or folder is kept by its version, and not fetched again.
 * @param folder that keeps them
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
