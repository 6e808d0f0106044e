import { addressBelow, openObject } from "../../storage/open-store.js";
import { filesThere } from "../../storage/tree/files-there.js";
import { pullTree } from "../../storage/tree/pull-tree.js";
import type { FetchedInput } from "./fetch-file.js";
import { keptInput } from "./kept-input.js";
import { moving } from "./moving.js";

/**
 * Fetches a folder from S3, unless it is kept: all objects below a key, each a file.
 * @param folder that keeps inputs
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
    const files = await filesThere(store, key, { signal });
    const versions = files.map(({ object }) => `${object.key}\n${object.version}\n${object.bytes}`);
    const path = await keptInput(folder, {
      name: key.slice(key.lastIndexOf("/") + 1),
      version: [shown, ...versions].join("\n"),
      // Where there is no such folder, this says which keys there are.
      fetch: (place) =>
        moving(`fetching ${shown}`, (onProgress) =>
          pullTree(store, key, place, { overwrite: true, signal, onProgress }),
        ),
    });
    return { path, source: shown };
  } finally {
    store.close();
  }
}
