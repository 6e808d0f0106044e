import { UserError } from "../../definition/errors.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { sizeAndDigest } from "../../files/digest.js";
import { withTempSibling } from "../../files/write-atomically.js";
import { explainFileErrorAt } from "../file-error.js";
import { forEachConcurrent } from "../for-each-concurrent.js";
import { addressBelow } from "../open-store.js";
import { statLocal } from "../stat-local.js";
import type { Store, TransferOptions } from "../store.js";
import { compareFolder, type FolderComparison } from "./compare-folder.js";
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
import { publishFiles, publishFolder } from "./publish-files.js";
import {
  folderNotFoundError,
  listRemoteFiles,
  type RemoteFile,
  refuseChanged,
  refuseObject,
} from "./remote-files.js";
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
  const files = await filesToPull(store, key, folder, signal);
  const names = files.map(({ name }) => name);
  const exists = await isFolder(folder, displayName);
  const near = exists ? await stagingLocation(folder) : folder;
  await withTempSibling(near, (probe) => checkNameCollisions(probe, names), explainFileErrorAt(near));
  const extra = exists ? await otherFiles(folder, names) : [];
  const comparison: FolderComparison = exists ? await compareFolder(store, files, folder, signal) : new Map();
  const refuseDiffering = (): void => {
    const differing = files.filter((file) => comparison.get(file) === "differs").map(({ name }) => name);
    if (overwrite || differing.length === 0) return;
    throw new UserError(
      `${displayName} has files that differ from ${addressBelow(store, key)}: ${someOf(differing)}. Nothing was changed. Replace them with --overwrite.`,
    );
  };
  refuseDiffering();

  const wanted = files.filter((file) => comparison.get(file) !== "same");
  const moved = await withTempSibling(
    near,
    async (temp) => {
      await download(store, wanted, { temp, folder, comparison, ...omitUndefined({ signal, onProgress }) });
      refuseDiffering();
      if (wanted.length > 0) await refuseChanged(store, key, files, omitUndefined({ signal }));
      const changed = wanted.filter((file) => comparison.get(file) !== "same");
      if (exists) await publishFiles(changed, temp, { folder, overwrite, displayName });
      else await publishFolder(temp, folder, displayName);
      return changed;
    },
    explainFileErrorAt(near),
  );
  return { files: files.length, moved: moved.length, bytes: bytesOf(moved), extra };
}

/** The files of the stored folder, whose names are valid here. */
async function filesToPull(
  store: Store,
  key: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<RemoteFile[]> {
  const options = omitUndefined({ signal });
  await refuseObject(store, key, options);
  const files = await listRemoteFiles(store, key, options);
  if (files.length === 0) throw await folderNotFoundError(store, key);
  for (const { name } of files) localPath(folder, name);
  refuseFileAsFolder(files.map(({ name }) => name));
  return files;
}

async function isFolder(path: string, displayName: string): Promise<boolean> {
  const stats = await statLocal(path, displayName);
  if (stats !== undefined && !stats.isDirectory()) {
    throw new UserError(`${displayName} is a file, where a folder was expected. Move it away.`);
  }
  return stats !== undefined;
}

/** The files of a local folder that are not among these names. */
async function otherFiles(folder: string, names: readonly string[]): Promise<string[]> {
  const known = new Set(names);
  const files = await listLocalFiles(folder, { skipInvalid: true });
  return files.map(({ name }) => name).filter((name) => !known.has(name));
}

/** Downloads files to a temporary folder, and compares those that only their bytes could compare. */
async function download(
  store: Store,
  files: readonly RemoteFile[],
  options: TransferOptions & {
    readonly temp: string;
    readonly folder: string;
    readonly comparison: FolderComparison;
  },
): Promise<void> {
  const { temp, folder, comparison, signal, onProgress } = options;
  const progressOf = aggregateProgress(files, onProgress);
  await forEachConcurrent(files, filesAtOnce, signal, async (file, each) => {
    const got = await store.get(file.object.key, localPath(temp, file.name), {
      signal: each,
      onProgress: progressOf(file),
    });
    if (comparison.get(file) !== "unknown") return;
    const local = await sizeAndDigest(localPath(folder, file.name), each);
    comparison.set(file, local.sha256 === got.sha256 ? "same" : "differs");
  });
}
