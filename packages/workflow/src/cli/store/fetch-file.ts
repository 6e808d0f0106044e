import { addressBelow, openObject } from "../../storage/open-store.js";
import { withProgress } from "../progress/show-transfer.js";
import { cachedInput } from "./input-cache.js";

/** An input on this machine, and the address from which it was fetched. */
export interface FetchedInput {
  readonly path: string;
  readonly source: string;
}

/**
 * Fetches a file from S3, unless it is cached.
 * @param folder of the input cache
 */
export async function fetchFile(address: string, folder: string, signal: AbortSignal): Promise<FetchedInput> {
  const { store, key, displayName } = await openObject(address);
  try {
    const object = await store.head(key, { signal });
    const path = await cachedInput(folder, {
      name: key.slice(key.lastIndexOf("/") + 1),
      version: `${addressBelow(store, key)}\n${object?.version}\n${object?.bytes}`,
      // If the key does not exist, this throws an error with similar keys.
      fetch: (file) =>
        withProgress(`fetching ${displayName}`, (onProgress) => store.get(key, file, { signal, onProgress })),
    });
    return { path, source: displayName };
  } finally {
    store.close();
  }
}
