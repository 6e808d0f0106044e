import { lstat, mkdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { TransientError, UserError } from "../../definition/errors.js";
import { sizeAndDigest } from "../../files/digest.js";
import { flushFolder, flushTree } from "../../files/flush-to-disk.js";
import { moveIfAbsent, replaceFile } from "../../files/move-atomically.js";
import { withTempSibling } from "../../files/write-atomically.js";
import { type ContentComparison, compareContent } from "../compare-content.js";
import { explainFileErrorAt } from "../file-error.js";
import { forEachConcurrent } from "../for-each-concurrent.js";
import { addressBelow } from "../open-store.js";
import { statLocal } from "../stat-local.js";
import type { Store } from "../store.js";
import {
  aggregateProgress,
  bytesOf,
  type FolderTransfer,
  type FolderTransferOptions,
  filesAtOnce,
  someOf,
} from "./folder-transfer.js";
import { listLocalFiles } from "./local-files.js";
import { localPath, refuseFileAsFolder } from "./local-path.js";
import { checkNameCollisions } from "./name-collisions.js";
import { folderNotFoundError, listRemoteFiles, type RemoteFile, refuseObject } from "./remote-files.js";
import { stagingLocation } from "./staging-location.js";

/**
 * Downloads the folder under a key: each object below the key is a file, as Argo reads it in a pod. All files are downloaded to
 * a temporary sibling first. A new folder is then created by one rename; into an existing folder, new and differing files are
 * moved at the end, and files that exist only there are kept.
 * @throws {UserError} if the stored folder does not exist, a local link is broken, a file differs and may not be replaced, or a name is not valid here
 * @throws {TransientError} if the stored folder changed during the download
 */
export async function pullFolder(
  store: Store,
  key: string,
  folder: string,
  { overwrite = false, displayName = folder, signal, onProgress }: FolderTransferOptions = {},
): Promise<FolderTransfer> {
  const stop = signal === undefined ? {} : { signal };
  await refuseObject(store, key, stop);
  const files = await listRemoteFiles(store, key, stop);
  if (files.length === 0) throw await folderNotFoundError(store, key);
  const names = files.map(({ name }) => name);
  for (const name of names) localPath(folder, name);
  refuseFileAsFolder(names);

  const exists = await isFolder(folder, displayName);
  const near = exists ? await stagingLocation(folder) : folder;
  await withTempSibling(near, (probe) => checkNameCollisions(probe, names), explainFileErrorAt(near));
  const known = new Set(names);
  const here = exists ? await listLocalFiles(folder, { skipInvalid: true }) : [];
  const extra = here.map(({ name }) => name).filter((name) => !known.has(name));
  const states = exists
    ? await compareAll(store, files, folder, signal)
    : new Map<RemoteFile, ContentComparison>();
  const differing = (): string[] =>
    files.filter((file) => states.get(file) === "differs").map(({ name }) => name);
  const refuseDiffering = (): void => {
    if (overwrite || differing().length === 0) return;
    throw new UserError(
      `${displayName} has files that differ from ${addressBelow(store, key)}: ${someOf(differing())}. Nothing was changed. Replace them with --overwrite.`,
    );
  };
  refuseDiffering();

  const wanted = files.filter((file) => states.get(file) !== "same");
  const moved = await withTempSibling(
    near,
    async (part) => {
      const progressOf = aggregateProgress(wanted, onProgress);
      await forEachConcurrent(wanted, filesAtOnce, signal, async (file, each) => {
        const got = await store.get(file.object.key, localPath(part, file.name), {
          signal: each,
          onProgress: progressOf(file),
        });
        if (states.get(file) !== "unknown") return;
        const here = await sizeAndDigest(localPath(folder, file.name), each);
        states.set(file, here.sha256 === got.sha256 ? "same" : "differs");
      });
      refuseDiffering();
      if (wanted.length > 0) await refuseChanged(store, key, files, signal);
      const changed = wanted.filter((file) => states.get(file) !== "same");
      if (!exists) await publish(part, folder, displayName);
      else
        for (const { name } of changed) {
          await moveIntoFolder(localPath(part, name), localPath(folder, name), {
            overwrite,
            displayName: join(displayName, name),
          });
        }
      return changed;
    },
    explainFileErrorAt(near),
  );
  return {
    files: files.length,
    moved: moved.length,
    bytes: bytesOf(moved),
    extra,
  };
}

async function isFolder(path: string, displayName: string): Promise<boolean> {
  const stats = await statLocal(path, displayName);
  if (stats !== undefined && !stats.isDirectory()) {
    throw new UserError(`${displayName} is a file, where a folder was expected. Move it away.`);
  }
  return stats !== undefined;
}

async function compareAll(
  store: Store,
  files: readonly RemoteFile[],
  folder: string,
  signal: AbortSignal | undefined,
): Promise<Map<RemoteFile, ContentComparison>> {
  const states = new Map<RemoteFile, ContentComparison>();
  await forEachConcurrent(files, filesAtOnce, signal, async (file, each) => {
    const path = localPath(folder, file.name);
    await refuseFileAsParent(folder, file.name);
    const stats = await statLocal(path);
    if (stats === undefined) return;
    if (!stats.isFile()) throw new UserError(`${path} is a folder, where a file was expected. Move it away.`);
    states.set(file, await compareContent(store, file.object, path, { bytes: stats.size, signal: each }));
  });
  return states;
}

async function refuseFileAsParent(folder: string, name: string): Promise<void> {
  const parts = name.split("/");
  for (let i = 1; i < parts.length; i++) {
    const above = join(folder, ...parts.slice(0, i));
    const stats = await statLocal(above);
    if (stats === undefined) return;
    if (!stats.isDirectory())
      throw new UserError(`${above} is a file, where a folder was expected. Move it away.`);
  }
}

/** The downloaded files must be one consistent state of the folder. */
async function refuseChanged(
  store: Store,
  key: string,
  before: readonly RemoteFile[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const after = await listRemoteFiles(store, key, signal === undefined ? {} : { signal });
  const textOf = ({ name, object }: RemoteFile): string => `${name}\n${object.version}`;
  const texts = new Set(after.map(textOf));
  if (after.length === before.length && before.every((file) => texts.has(textOf(file)))) return;
  throw new TransientError(
    `${addressBelow(store, key)} changed during the download. No local file was changed. Try again.`,
  );
}

async function publish(part: string, folder: string, displayName: string): Promise<void> {
  try {
    await flushTree(part);
    await rename(part, folder);
    await flushFolder(dirname(folder));
  } catch (error) {
    if ((await lstat(folder).catch(() => undefined)) === undefined) throw error;
    throw new UserError(
      `${displayName} was created during the download. Nothing in it was changed. Try again.`,
    );
  }
}

async function moveIntoFolder(
  from: string,
  to: string,
  { overwrite, displayName }: { readonly overwrite: boolean; readonly displayName: string },
): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  if (overwrite) await replaceFile(from, to);
  else if (!(await moveIfAbsent(from, to))) {
    throw new UserError(`${displayName} was created during the download and was not changed. Try again.`);
  }
}
