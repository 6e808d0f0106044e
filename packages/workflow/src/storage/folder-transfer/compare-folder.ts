import { join } from "node:path";
import { UserError } from "../../definition/errors.js";
import { type ContentComparison, compareContent } from "../compare-content.js";
import { forEachConcurrent } from "../for-each-concurrent.js";
import { statLocal } from "../stat-local.js";
import type { Store } from "../store.js";
import { filesAtOnce } from "./folder-transfer.js";
import { localPath } from "./local-path.js";
import type { RemoteFile } from "./remote-files.js";

/** How files of a stored folder compare with those of a local one; without an entry for files that exist only in the store. */
export type FolderComparison = Map<RemoteFile, ContentComparison>;

/**
 * Compares the files of a stored folder with those of a local one, without fetching them.
 * @throws {UserError} if a local folder has the place of a file, or a file that of a folder
 */
export async function compareFolder(
  store: Store,
  files: readonly RemoteFile[],
  folder: string,
  signal: AbortSignal | undefined,
): Promise<FolderComparison> {
  const comparison: FolderComparison = new Map();
  await forEachConcurrent(files, filesAtOnce, signal, async (file, each) => {
    const path = localPath(folder, file.name);
    await refuseFileAsParent(folder, file.name);
    const stats = await statLocal(path);
    if (stats === undefined) return;
    if (!stats.isFile()) throw new UserError(`${path} is a folder, where a file was expected. Move it away.`);
    comparison.set(file, await compareContent(store, file.object, path, { bytes: stats.size, signal: each }));
  });
  return comparison;
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
