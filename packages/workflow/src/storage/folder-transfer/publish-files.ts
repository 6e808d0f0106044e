import { lstat, mkdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "../../definition/errors.js";
import { flushFolder, flushTree } from "../../files/flush-to-disk.js";
import { moveIfAbsent, replaceFile } from "../../files/move-atomically.js";
import type { FolderFile } from "./folder-transfer.js";
import { localPath } from "./local-path.js";

/**
 * Renames a downloaded folder to its place.
 * @throws {UserError} if the place was taken during the download
 */
export async function publishFolder(part: string, folder: string, displayName: string): Promise<void> {
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

/**
 * Moves downloaded files into a folder that exists.
 * @throws {UserError} if a file was created there during the download and may not be replaced
 */
export async function publishFiles(
  files: readonly FolderFile[],
  temp: string,
  {
    folder,
    overwrite,
    displayName,
  }: { readonly folder: string; readonly overwrite: boolean; readonly displayName: string },
): Promise<void> {
  for (const { name } of files) {
    await publishFile(localPath(temp, name), localPath(folder, name), {
      overwrite,
      displayName: join(displayName, name),
    });
  }
}

async function publishFile(
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
