import { pullFolder } from "../../storage/folder-transfer/pull-folder.js";
import { listRemoteFiles } from "../../storage/folder-transfer/remote-files.js";
import { addressBelow, openObject } from "../../storage/open-store.js";
import { withProgress } from "../progress/show-transfer.js";
import type { FetchedInput } from "./fetch-file.js";
import { cachedInput } from "./input-cache.js";

/**
 * Fetches a folder from S3, unless it is cached: all objects below a key, each as a file.
 * @param folder of the input cache
 */
export async function fetchFolder(
  address: string,
  folder: string,
  signal: AbortSignal,
): Promise<FetchedInput> {
  const { store, key: written } = await openObject(address);
  const key = written.replace(/\/+$/, "");
  const shown = addressBelow(store, key);
  try {
    const files = await listRemoteFiles(store, key, { signal });
    const versions = files.map(({ object }) => `${object.key}\n${object.version}\n${object.bytes}`);
    const path = await cachedInput(folder, {
      name: key.slice(key.lastIndexOf("/") + 1),
      version: [shown, ...versions].join("\n"),
      // If the folder does not exist, this throws an error with similar keys.
      fetch: (path) =>
        withProgress(`fetching ${shown}`, (onProgress) =>
          pullFolder(store, key, path, { overwrite: true, signal, onProgress }),
        ),
    });
    return { path, source: shown };
  } finally {
    store.close();
  }
}
