import { addressBelow, openObject } from "../../storage/open-store.js";
import { cachedInput } from "./input-cache.js";
import { withProgress } from "./with-progress.js";

/** An input on this machine, and the address that it was fetched from. */
export interface FetchedInput {
  readonly path: string;
  readonly source: string;
}

/**
 * Fetches a file from S3, unless it is kept.
 * @param folder that keeps inputs
 */
export async function fetchFile(address: string, folder: string, signal: AbortSignal): Promise<FetchedInput> {
  const { store, key, shown } = await openObject(address);
  try {
    const there = await store.head(key, { signal });
    const path = await cachedInput(folder, {
      name: key.slice(key.lastIndexOf("/") + 1),
      version: `${addressBelow(store, key)}\n${there?.version}\n${there?.bytes}`,
      // Where there is no such key, this says which there are.
      fetch: (file) =>
        withProgress(`fetching ${shown}`, (onProgress) => store.get(key, file, { signal, onProgress })),
    });
    return { path, source: shown };
  } finally {
    store.close();
  }
}
