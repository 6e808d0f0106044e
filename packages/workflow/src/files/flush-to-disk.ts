import { closeSync, fsyncSync, openSync } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { errorCode } from "./error-code.js";

/** Windows flushes a file only through a handle that may write. */
const flags = process.platform === "win32" ? "r+" : "r";

/** Codes of a system or disk that cannot flush this: folders on Windows, and some network and user-space file systems. */
const cannotFlush = new Set<unknown>(["EPERM", "EACCES", "EISDIR", "EINVAL", "EBADF", "ENOTSUP", "ENOSYS"]);

/** How many files are flushed at once: file systems write what waits in one go. */
const concurrency = 8;

/**
 * Flushes a file, or a folder with everything below it, so that its content outlives a power cut. Links are not followed.
 * @throws the system's error where the disk fails or is full
 */
export async function flushTree(path: string): Promise<void> {
  const found = await listTree(path);
  const waiting = found.values();
  const worker = async (): Promise<void> => {
    for (const each of waiting) await flush(each);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, found.length) }, worker));
}

/** Flushes which names a folder has: what was created, renamed and removed in it. */
export async function flushFolder(folder: string): Promise<void> {
  await flush(folder);
}

/**
 * Flushes the names on the way to a folder that was just created.
 * @param first the topmost folder that was created, as `mkdir` returns it
 */
export async function flushFoldersAbove(folder: string, first: string | undefined): Promise<void> {
  if (first === undefined) return;
  const top = dirname(resolve(first));
  for (let above = dirname(resolve(folder)); above.length >= top.length; above = dirname(above)) {
    await flush(above);
    if (above === dirname(above)) return;
  }
}

/** {@link flushFolder}, without giving way to anything else. */
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

/** Files before the folders that name them. */
async function listTree(path: string): Promise<string[]> {
  const stats = await lstat(path);
  if (stats.isFile()) return [path];
  if (!stats.isDirectory()) return [];
  const below = await Promise.all((await readdir(path)).map((name) => listTree(join(path, name))));
  return [...below.flat(), path];
}
