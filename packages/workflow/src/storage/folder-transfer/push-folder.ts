import { TransientError, UserError } from "../../definition/errors.js";
import { compareContent } from "../compare-content.js";
import { forEachConcurrent } from "../for-each-concurrent.js";
import { joinKey, keyProblem } from "../object-key.js";
import { addressBelow } from "../open-store.js";
import { statLocal } from "../stat-local.js";
import type { Store } from "../store.js";
import { aggregateProgress } from "./aggregate-progress.js";
import { listLocalFiles } from "./local-files.js";
import { localPath } from "./local-path.js";
import { listRemoteFiles, refuseObject } from "./remote-files.js";
import { bytesOf, type FolderFile, filesText, someOf } from "./tree-file.js";
import { type FolderTransfer, type FolderTransferOptions, filesAtOnce } from "./tree-options.js";

/** Larger files are sent one after the other, in bytes: each has several parts in memory. */
const large = 8 << 20;

/**
 * Sends a folder: each file under the key and its path below the folder, as Argo stores a folder that is not packed. What is
 * there and the same is not sent again; objects that are only there stay.
 *
 * Everything is looked at before the first file is sent. A store puts no two objects at once: where something fails on the
 * way, the files that were sent are there whole, and the same call goes on from there.
 * @throws {UserError} where there is no file, one has a name that cannot be a key, or one differs and may not be replaced
 */
export async function pushFolder(
  store: Store,
  key: string,
  folder: string,
  { overwrite = false, displayName = folder, signal, onProgress }: FolderTransferOptions = {},
): Promise<FolderTransfer> {
  const stop = signal === undefined ? {} : { signal };
  if ((await statLocal(folder, displayName))?.isDirectory() !== true) {
    throw new UserError(`There is no folder ${folder} to push.`);
  }
  const files = await listLocalFiles(folder);
  if (files.length === 0)
    throw new UserError(`There is no file in ${folder} to push. A store holds no empty folder.`);
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
    const text = `${error.message} ${sent} of ${filesText(wanted.length)} were sent before. The same command goes on from there.`;
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

/** Why nobody can tell whether files differ. */
function reasonOf(unknown: readonly string[]): string {
  return unknown.length === 0 ? "" : ` No digest is noted there of ${someOf([...unknown].sort())}.`;
}

function refuseName(key: string, name: string): void {
  const fault = name.includes("\ufffd")
    ? "is not UTF-8, or has the sign that stands for what is not."
    : keyProblem(joinKey(key, name));
  if (fault !== undefined)
    throw new UserError(`The file ${JSON.stringify(name)} cannot be pushed: its key ${fault} Rename it.`);
}

/** A folder store and some servers cannot hold a key beside keys under it; a pod could not either. */
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
        `${addressBelow(store, key)} would have the objects "${above}" and "${name}", of which no folder can be made again. Remove one from there.`,
      );
    }
  }
}
