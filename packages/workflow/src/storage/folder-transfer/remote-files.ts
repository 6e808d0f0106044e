import { TransientError, UserError } from "../../definition/errors.js";
import { keyNotFoundError } from "../key-not-found-error.js";
import { compareKeys, joinKey } from "../object-key.js";
import { addressBelow } from "../open-store.js";
import type { Store, StoredObject, TransferOptions } from "../store.js";
import type { FolderFile } from "./folder-transfer.js";

/** A file of a stored folder. */
export interface RemoteFile extends FolderFile {
  readonly object: StoredObject;
}

type Options = Pick<TransferOptions, "signal">;

/**
 * Lists the files of a stored folder: the objects whose keys begin with the folder's key and a slash. As in Argo, an object whose
 * key ends with a slash is not a file: consoles create one to show a folder.
 */
export async function listRemoteFiles(
  store: Store,
  key: string,
  options: Options = {},
): Promise<RemoteFile[]> {
  const files: RemoteFile[] = [];
  for await (const file of eachFile(store, key, options)) files.push(file);
  // Not every server lists keys in order.
  return files.sort((a, b) => compareKeys(a.name, b.name));
}

/** Whether a stored folder has files. */
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
 * Rejects an object under the key of the folder itself: a pod would receive that object instead of the folder.
 * @throws {UserError} if there is one
 */
export async function refuseObject(store: Store, key: string, options: Options = {}): Promise<void> {
  const fault = await objectInPlaceOfFolder(store, key, options);
  if (fault !== undefined) throw fault;
}

/** The error that {@link refuseObject} throws; undefined if there is no such object. */
export async function objectInPlaceOfFolder(
  store: Store,
  key: string,
  options: Options = {},
): Promise<UserError | undefined> {
  if ((await store.head(key, options)) === undefined) return undefined;
  return new UserError(
    `${store.address} has an object under the key "${key}" itself, where a folder was expected: files under "${joinKey(key, "")}". ` +
      "A pod would receive that object. Remove it, or choose another key.",
  );
}

/** The error for a stored folder without files; it suggests similar keys. */
export async function folderNotFoundError(store: Store, key: string): Promise<UserError> {
  return keyNotFoundError(store.address, joinKey(key, ""), (prefix) => store.list(prefix));
}

/**
 * Rejects a stored folder that changed since it was listed: what was downloaded must be one consistent state of it.
 * @throws {TransientError} if it changed
 */
export async function refuseChanged(
  store: Store,
  key: string,
  before: readonly RemoteFile[],
  options: Options = {},
): Promise<void> {
  const after = await listRemoteFiles(store, key, options);
  const textOf = ({ name, object }: RemoteFile): string => `${name}\n${object.version}`;
  const texts = new Set(after.map(textOf));
  if (after.length === before.length && before.every((file) => texts.has(textOf(file)))) return;
  throw new TransientError(
    `${addressBelow(store, key)} changed during the download. No local file was changed. Try again.`,
  );
}
