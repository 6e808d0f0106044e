import { closeSync, fsyncSync, openSync } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { errorCode } from "./error-code.js";

/** Windows flushes a file only through a writable handle. */
const flags = process.platform === "win32" ? "r+" : "r";

/** Error codes of systems and disks that cannot flush: folders on Windows, some network and user-space file systems. */
const cannotFlush = new Set<unknown>(["EPERM", "EACCES", "EISDIR", "EINVAL", "EBADF", "ENOTSUP", "ENOSYS"]);

/** How many files are flushed at the same time: file systems write pending flushes together. */
const concurrency = 8;

/**
 * Flushes a file, or a folder with everything below it, so that its content survives a power failure. Links are not followed.
 * @throws the system error if the disk fails or is full
 */
export async function flushTree(path: string): Promise<void> {
  const found = await listTree(path);
  const waiting = found.values();
  const worker = async (): Promise<void> => {
    for (const each of waiting) await flush(each);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, found.length) }, worker));
}

/** Flushes a folder's list of names, so that files created, renamed or removed in it stay so after a power failure. */
export async function flushFolder(folder: string): Promise<void> {
  await flush(folder);
}

/**
 * Flushes the folders above a folder that was just created with its parents.
 * @param first the topmost folder that was created, as returned by `mkdir`; if undefined, nothing is flushed
 */
export async function flushFoldersAbove(folder: string, first: string | undefined): Promise<void> {
  if (first === undefined) return;
  const top = dirname(resolve(first));
  for (let above = dirname(resolve(folder)); above.length >= top.length; above = dirname(above)) {
    await flush(above);
    if (above === dirname(above)) return;
  }
}

/** Synchronous {@link flushFolder}. */
export function flushFolderSync(folder: string): void {
  try {
    const handle = openSync(folder, flags);
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!cannotFlush.has(errorCode(error))) throw error;
  }
}

async function flush(path: string): Promise<void> {
  try {
    const handle = await open(path, flags);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!cannotFlush.has(errorCode(error))) throw error;
  }
}

/** All files and folders of a tree, each folder after its content. */
async function listTree(path: string): Promise<string[]> {
  const stats = await lstat(path);
  if (stats.isFile()) return [path];
  if (!stats.isDirectory()) return [];
  const below = await Promise.all((await readdir(path)).map((name) => listTree(join(path, name))));
  return [...below.flat(), path];
}
