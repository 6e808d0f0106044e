import { copyFile, link, lstat, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "./error-code.js";
import { flushFolder, flushTree } from "./flush-to-disk.js";
import { withTempSibling } from "./write-atomically.js";

/** Codes of linking on a disk that has no hard links, or allows none here; EISDIR is Windows' for exFAT. */
const noLinks = new Set<unknown>(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL", "EISDIR"]);

/** Flushes a temporary file and renames it to a path where a file may be; it is copied where that is on another disk. */
export async function replaceFile(temp: string, path: string): Promise<void> {
  await onSameDisk(temp, path, (near) => rename(near, path));
  await flushFolder(dirname(path));
}

/**
 * The same where nothing may be at the path.
 * @returns whether nothing was: else what is there stays
 */
export async function moveIfAbsent(temp: string, path: string): Promise<boolean> {
  const moved = await onSameDisk(temp, path, (near) => linkOrRename(near, path));
  if (moved) await flushFolder(dirname(path));
  return moved;
}

/** Unlike renaming, linking fails where something is there. The caller unlinks the temporary name. */
async function linkOrRename(temp: string, path: string): Promise<boolean> {
  try {
    await link(temp, path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    if (!noLinks.has(errorCode(error))) throw error;
  }
  // Without links, no more can be done than to look just before.
  if ((await lstat(path).catch(() => undefined)) !== undefined) return false;
  await rename(temp, path);
  return true;
}

async function onSameDisk<T>(temp: string, path: string, move: (near: string) => Promise<T>): Promise<T> {
  await flushTree(temp);
  try {
    return await move(temp);
  } catch (error) {
    if (errorCode(error) !== "EXDEV") throw error;
  }
  return withTempSibling(path, async (copy) => {
    await copyFile(temp, copy);
    await flushTree(copy);
    return move(copy);
  });
}
