import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { flushFolder, flushFolderSync, flushFoldersAbove, flushTree } from "./flush-to-disk.js";
import { removeAbandoned } from "./remove-abandoned.js";
import { tempSibling } from "./temp-name.js";

/** What is thrown in place of an error. */
export type Explain = (error: unknown) => unknown;

/**
 * Writes a file or a folder under a temporary name, flushes it to the disk and renames it: whoever reads finds all of it or
 * nothing, after a power cut too. Where `write` throws, nothing is left.
 * @param path whose folder is created where needed
 * @param write gets the temporary path
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

/** {@link writeAtomically} for a text, in a folder that must be there. */
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

/** {@link writeFileAtomically}, without giving way to anything else. */
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
 * Gives a temporary path beside another one, and removes in the end what is there then. What killed processes have left in the
 * folder is removed first; each folder is looked at once, as it may be large.
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

/** A failed write names no file: "ENOSPC: no space left on device, write". */
function withPath(error: unknown, path: string): unknown {
  const isOfFile = error instanceof Error && "syscall" in error && !("address" in error);
  return isOfFile && !("path" in error) ? Object.assign(error, { path }) : error;
}
