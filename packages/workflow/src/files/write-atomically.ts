import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { flushFolder, flushFolderSync, flushFoldersAbove, flushTree } from "./flush-to-disk.js";
import { removeAbandoned } from "./remove-abandoned.js";
import { tempSibling } from "./temp-name.js";

/** Returns the error to throw instead. */
export type Explain = (error: unknown) => unknown;

/**
 * Writes a file or a folder under a temporary name, flushes it to the disk and renames it: a reader finds all of it or nothing,
 * even after a power failure. If `write` throws, the temporary file is removed.
 * @param path its folder is created if needed
 * @param write receives the temporary path
 * @param explain converts an error before it is thrown
 */
export async function writeAtomically<T>(
  path: string,
  write: (temp: string) => Promise<T>,
  explain?: Explain,
): Promise<T> {
  return withTempSibling(
    path,
    async (temp) => {
      const result = await write(temp);
      await flushTree(temp);
      await rename(temp, path);
      await flushFolder(dirname(path));
      return result;
    },
    explain,
  );
}

/** {@link writeAtomically} for a text. The folder must exist. */
export async function writeFileAtomically(path: string, text: string): Promise<void> {
  const temp = tempSibling(path);
  try {
    await writeFile(temp, text, { flag: "wx", flush: true });
    await rename(temp, path);
  } catch (error) {
    await rm(temp, { force: true });
    throw withPath(error, path);
  }
  await flushFolder(dirname(path));
}

/** Synchronous {@link writeFileAtomically}. */
export function writeFileAtomicallySync(path: string, text: string): void {
  const temp = tempSibling(path);
  try {
    const handle = openSync(temp, "wx");
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temp, path);
  } catch (error) {
    rmSync(temp, { force: true });
    throw withPath(error, path);
  }
  flushFolderSync(dirname(path));
}

const cleaned = new Set<string>();

/**
 * Calls `work` with a temporary path in the same folder, and removes in the end whatever is there. Files that killed processes
 * left in the folder are removed first; each folder is scanned only once per process, because it may be large.
 */
export async function withTempSibling<T>(
  path: string,
  work: (temp: string) => Promise<T>,
  explain: Explain = (error) => error,
): Promise<T> {
  const folder = dirname(path);
  const temp = tempSibling(path);
  try {
    const created = await mkdir(folder, { recursive: true });
    if (!cleaned.has(folder)) {
      cleaned.add(folder);
      await removeAbandoned(folder);
    }
    try {
      const result = await work(temp);
      await flushFoldersAbove(folder, created);
      return result;
    } finally {
      await rm(temp, { recursive: true, force: true });
    }
  } catch (error) {
    throw explain(withPath(error, path));
  }
}

/** Adds the path to an error of a failed write, which does not name the file: "ENOSPC: no space left on device, write". */
function withPath(error: unknown, path: string): unknown {
  const isFileError = error instanceof Error && "syscall" in error && !("address" in error);
  return isFileError && !("path" in error) ? Object.assign(error, { path }) : error;
}
