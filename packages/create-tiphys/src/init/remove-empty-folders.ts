import { existsSync, readdirSync, rmdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Removes the empty folders above a removed file. */
export function removeEmptyFolders(root: string, path: string): void {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    const absolute = join(root, folder);
    if (!existsSync(absolute)) continue;
    if (readdirSync(absolute).length > 0) return;
    rmdirSync(absolute);
  }
}
