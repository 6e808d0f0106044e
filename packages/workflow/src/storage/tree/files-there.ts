import { UserError } from "../../definition/errors.js";
import { missingKey } from "../missing-key.js";
import { compareKeys, keyBelow } from "../object-key.js";
import type { Store, StoredObject } from "../store.js";
import type { TreeFile } from "./tree-file.js";

/** A file of a folder in a store. */
export interface StoredFile extends TreeFile {
  readonly object: StoredObject;
}

/**
 * The files of the folder that a key names: the objects whose keys have it and a slash before. As in Argo, an object whose
 * key ends with a slash is no file: consoles make one to show a folder.
 */
export async function filesThere(
  store: Store,
  key: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<StoredFile[]> {
  const prefix = keyBelow(key, "");
  const files: StoredFile[] = [];
  for await (const object of store.list(prefix, options)) {
    if (!object.key.endsWith("/")) {
      files.push({ name: object.key.slice(prefix.length), bytes: object.bytes, object });
    }
  }
  // Not every server keeps to the order of keys.
  return files.sort((a, b) => compareKeys(a.name, b.name));
}

/**
 * Refuses an object under the key of a folder itself: a pod would be given that object in place of the folder.
 * @throws {UserError}
 */
export async function refuseObject(
  store: Store,
  key: string,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  const there = await store.head(key, signal === undefined ? {} : { signal });
  if (there === undefined) return;
  throw new UserError(
    `${store.address} has an object under the key "${key}" itself, where a folder was expected: files under "${keyBelow(key, "")}". ` +
      "Argo would hand a pod that object. Remove it, or choose another key.",
  );
}

/** Says that there is no file below a key, and which near keys there are. */
export async function missingFolder(store: Store, key: string): Promise<UserError> {
  return missingKey(store.address, keyBelow(key, ""), (prefix) => store.list(prefix));
}
