import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../definition/errors.js";
import type { Workflow } from "../../definition/workflow.js";
import { measure } from "../../storage/content.js";
import { addressBelow, openObject } from "../../storage/open-store.js";
import { isS3Address } from "../../storage/s3-address.js";
import { showTransfer } from "../progress/show-transfer.js";

/** What was set, with paths in place of addresses, and where they are from. */
export interface FetchedInputs {
  readonly set: Record<string, string>;
  readonly sources: Record<string, string>;
}

/**
 * Fetches the input artifacts that are set to addresses in S3. A file is kept by its version, and not fetched again.
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
    if (port.list || port.codec.extension === "") {
      throw new UsageError(
        `artifact "${name}": only a file can be fetched from S3, and this is a folder. Name its path.`,
      );
    }
    const { path, source } = await fetchFile(text, folder, signal);
    fetched.set[name] = path;
    fetched.sources[name] = source;
  }
  return fetched;
}

async function fetchFile(
  address: string,
  folder: string,
  signal: AbortSignal,
): Promise<{ path: string; source: string }> {
  const { store, key, shown } = await openObject(address);
  try {
    const there = await store.head(key, { signal });
    const version = `${addressBelow(store, key)}\n${there?.version}\n${there?.bytes}`;
    const place = join(folder, createHash("sha256").update(version).digest("hex").slice(0, 16));
    const path = join(place, key.slice(key.lastIndexOf("/") + 1));
    if (!(await isKept(path))) {
      const progress = await showTransfer(`fetching ${shown}`);
      try {
        // Where there is no such key, this says which there are.
        const { sha256 } = await store.get(key, path, { signal, onProgress: progress.moved });
        writeFileSync(digestFile(path), sha256);
      } finally {
        progress.close();
      }
    }
    return { path, source: shown };
  } finally {
    store.close();
  }
}

/** Whether a file is there as it was fetched. */
async function isKept(path: string): Promise<boolean> {
  if (!existsSync(path) || !existsSync(digestFile(path))) return false;
  return (await measure(path)).sha256 === readFileSync(digestFile(path), "utf8");
}

function digestFile(path: string): string {
  return `${path}.sha256`;
}
