import { pluralize } from "@tiphys/argo-lint/text";
import { TransientError, UserError } from "../../definition/errors.js";
import { compareContent } from "../compare-content.js";
import { forEachConcurrent } from "../for-each-concurrent.js";
import { joinKey, keyProblem } from "../object-key.js";
import { addressBelow } from "../open-store.js";
import { statLocal } from "../stat-local.js";
import type { Store } from "../store.js";
import {
  aggregateProgress,
  bytesOf,
  type FolderFile,
  type FolderTransfer,
  type FolderTransferOptions,
  filesAtOnce,
  someOf,
} from "./folder-transfer.js";
import { listLocalFiles } from "./local-files.js";
import { localPath } from "./local-path.js";
import { listRemoteFiles, refuseObject } from "./remote-files.js";

/** Files larger than this many bytes are uploaded one at a time: each keeps several parts in memory. */
const large = 8 << 20;

/**
 * Uploads a folder: each file under the key and its path below the folder, as Argo stores an unpacked folder. Files that are
 * stored already and equal are not uploaded again; objects that exist only in the store are kept.
 *
 * All checks run before the first upload. A store cannot write two objects atomically: after a failure, the uploaded files are
 * complete, and the same call continues from there.
 * @throws {UserError} if the folder has no files, a name is not a valid key, or a file differs and may not be replaced
 */
export async function pushFolder(
  store: Store,
  key: string,
  folder: string,
  { overwrite = false, displayName = folder, signal, onProgress }: FolderTransferOptions = {},
): Promise<FolderTransfer> {
  const stop = signal === undefined ? {} : { signal };
  if ((await statLocal(folder, displayName))?.isDirectory() !== true) {
    throw new UserError(`Cannot push ${folder}: it is not a folder.`);
  }
  const files = await listLocalFiles(folder);
  if (files.length === 0)
    throw new UserError(`Cannot push ${folder}: it has no files, and a store cannot hold an empty folder.`);
  for (const { name } of files) refuseName(key, name);
  await refuseObject(store, key, stop);
  const there = new Map((await listRemoteFiles(store, key, stop)).map((file) => [file.name, file.object]));
  refuseKeyAbove(store, key, files, there);

  const wanted: FolderFile[] = [];
  const differing: string[] = [];
  const unknown: string[] = [];
  await forEachConcurrent(files, filesAtOnce, signal, async (file, each) => {
    const object = there.get(file.name);
    const place = localPath(folder, file.name);
    const state =
      object === undefined
        ? "absent"
        : await compareContent(store, object, place, { bytes: file.bytes, signal: each });
    if (state !== "same") wanted.push(file);
    if (state !== "same" && state !== "absent") differing.push(file.name);
    if (state === "unknown") unknown.push(file.name);
  });
  const refused = (names: readonly string[]): UserError =>
    new UserError(
      `${addressBelow(store, key)} has files that may differ from those of ${displayName}: ${someOf([...names].sort())}.${reasonOf(unknown)} Replace them with --overwrite.`,
    );
  if (!overwrite && differing.length > 0) throw refused(differing);

  let sent = 0;
  const progressOf = aggregateProgress(wanted, onProgress);
  const send = async (file: FolderFile, each: AbortSignal): Promise<void> => {
    const put = await store.put(joinKey(key, file.name), localPath(folder, file.name), {
      signal: each,
      onProgress: progressOf(file),
      ifAbsent: !overwrite,
    });
    if (put === undefined) throw refused([file.name]);
    sent++;
  };
  try {
    await forEachConcurrent(
      wanted.filter(({ bytes }) => bytes <= large),
      filesAtOnce,
      signal,
      send,
    );
    await forEachConcurrent(
      wanted.filter(({ bytes }) => bytes > large),
      1,
      signal,
      send,
    );
  } catch (error) {
    if (sent === 0 || signal?.aborted === true || !(error instanceof UserError)) throw error;
    const text = `${error.message} ${sent} of ${pluralize(wanted.length, "file")} were sent before. The same command continues from there.`;
    throw error instanceof TransientError ? new TransientError(text) : new UserError(text);
  }
  const names = new Set(files.map(({ name }) => name));
  return {
    files: files.length,
    moved: wanted.length,
    bytes: bytesOf(wanted),
    extra: [...there.keys()].filter((name) => !names.has(name)),
  };
}

/** Why files could not be compared. */
function reasonOf(unknown: readonly string[]): string {
  return unknown.length === 0 ? "" : ` The store has no digest of ${someOf([...unknown].sort())}.`;
}

function refuseName(key: string, name: string): void {
  const fault = name.includes("\ufffd")
    ? "is not UTF-8, or contains the replacement character U+FFFD."
    : keyProblem(joinKey(key, name));
  if (fault !== undefined)
    throw new UserError(`The file ${JSON.stringify(name)} cannot be pushed: its key ${fault} Rename it.`);
}

/** A folder store and some servers cannot hold both a key and keys below it; a pod could not either. */
function refuseKeyAbove(
  store: Store,
  key: string,
  files: readonly FolderFile[],
  there: ReadonlyMap<string, unknown>,
): void {
  const names = [...files.map(({ name }) => name), ...there.keys()];
  const all = new Set(names);
  for (const name of names) {
    const parts = name.split("/");
    for (let i = 1; i < parts.length; i++) {
      const above = parts.slice(0, i).join("/");
      if (!all.has(above)) continue;
      throw new UserError(
        `${addressBelow(store, key)} would have the objects "${above}" and "${name}", but a folder cannot contain both. Remove one of them.`,
      );
    }
  }
}
