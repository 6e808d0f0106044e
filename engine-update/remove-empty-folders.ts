import { existsSync, lstatSync, readdirSync, rmdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Removes the empty folders above a path. */
export function removeEmptyFolders(root: string, path: string): void {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    const absolute = join(root, folder);
    if (!existsSync(absolute)) continue;
    if (!lstatSync(absolute).isDirectory() || readdirSync(absolute).length > 0) return;
    rmdirSync(absolute);
  }
}
