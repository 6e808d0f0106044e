import { copyFile, link, lstat, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "./error-code.js";
import { flushFolder, flushTree } from "./flush-to-disk.js";
import { withTempSibling } from "./write-atomically.js";

/** Error codes of disks that do not support hard links, or not here; Windows reports EISDIR for exFAT. */
const noLinkCodes = new Set<unknown>([
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EMLINK",
  "EINVAL",
  "EISDIR",
]);

/** Flushes a temporary file and renames it to a path, replacing a file there. To another disk it is copied first. */
export async function replaceFile(temp: string, path: string): Promise<void> {
  await onSameDisk(temp, path, (source) => rename(source, path));
  await flushFolder(dirname(path));
}

/**
 * {@link replaceFile} only if the path does not exist yet.
 * @returns whether the file was moved; false if the path existed, which is then left unchanged
 */
export async function moveIfAbsent(temp: string, path: string): Promise<boolean> {
  const moved = await onSameDisk(temp, path, (source) => linkOrRename(source, path));
  if (moved) await flushFolder(dirname(path));
  return moved;
}

/** Unlike renaming, linking fails if the path exists. The caller unlinks the temporary name. */
async function linkOrRename(temp: string, path: string): Promise<boolean> {
  try {
    await link(temp, path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    if (!noLinkCodes.has(errorCode(error))) throw error;
  }
  // Without links, the best option is to check just before the rename.
  if ((await lstat(path).catch(() => undefined)) !== undefined) return false;
  await rename(temp, path);
  return true;
}

async function onSameDisk<T>(temp: string, path: string, move: (source: string) => Promise<T>): Promise<T> {
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
