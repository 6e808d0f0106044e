import { UserError } from "../../definition/errors.js";
import { keyNotFoundError } from "../key-not-found-error.js";
import { compareKeys, joinKey } from "../object-key.js";
import type { Store, StoredObject, TransferOptions } from "../store.js";
import type { FolderFile } from "./tree-file.js";

/** A file of a folder in a store. */
export interface RemoteFile extends FolderFile {
  readonly object: StoredObject;
}

type Options = Pick<TransferOptions, "signal">;

/**
 * The files of the folder that a key names: the objects whose keys have it and a slash before. As in Argo, an object whose
 * key ends with a slash is no file: consoles make one to show a folder.
 */
export async function listRemoteFiles(
  store: Store,
  key: string,
  options: Options = {},
): Promise<RemoteFile[]> {
  const files: RemoteFile[] = [];
  for await (const file of eachFile(store, key, options)) files.push(file);
  // Not every server keeps to the order of keys.
  return files.sort((a, b) => compareKeys(a.name, b.name));
}

/** Whether there is a file in the folder that a key names. */
export async function hasRemoteFiles(store: Store, key: string, options: Options = {}): Promise<boolean> {
  for await (const _ of eachFile(store, key, options)) return true;
  return false;
}

async function* eachFile(store: Store, key: string, options: Options): AsyncGenerator<RemoteFile> {
  const prefix = joinKey(key, "");
  for await (const object of store.list(prefix, options)) {
    if (!object.key.endsWith("/")) {
      yield { name: object.key.slice(prefix.length), bytes: object.bytes, object };
    }
  }
}

/**
 * Refuses an object under the key of a folder itself: a pod would be given that object in place of the folder.
 * @throws {UserError}
 */
export async function refuseObject(store: Store, key: string, options: Options = {}): Promise<void> {
  const fault = await objectInPlaceOfFolder(store, key, options);
  if (fault !== undefined) throw fault;
}

/** What {@link refuseObject} throws; undefined where there is no such object. */
export async function objectInPlaceOfFolder(
  store: Store,
  key: string,
  options: Options = {},
): Promise<UserError | undefined> {
  if ((await store.head(key, options)) === undefined) return undefined;
  return new UserError(
    `${store.address} has an object under the key "${key}" itself, where a folder was expected: files under "${joinKey(key, "")}". ` +
      "Argo would hand a pod that object. Remove it, or choose another key.",
  );
}

/** Says that there is no file below a key, and which near keys there are. */
export async function folderNotFoundError(store: Store, key: string): Promise<UserError> {
  return keyNotFoundError(store.address, joinKey(key, ""), (prefix) => store.list(prefix));
}
