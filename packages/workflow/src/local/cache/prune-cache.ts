import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { removeAbandonedSync } from "../../files/remove-abandoned.js";
import { cacheFolder, parseCacheEntry } from "./cache-entry.js";

/** Removes what the cache of a runs directory knows of successes whose runs are all gone, what is damaged, and what killed processes left. */
export function pruneCache(runs: string): void {
  for (const group of listed(cacheFolder(runs))) {
    const folder = join(cacheFolder(runs), group);
    for (const name of listed(folder).filter((each) => each.endsWith(".json"))) {
      const file = join(folder, name);
      if (!hasRun(runs, file)) rmSync(file, { force: true });
    }
    removeAbandonedSync(folder);
    if (listed(folder).length === 0) removeEmpty(folder);
  }
}

/** Whether a run is left in which the outputs are. */
function hasRun(runs: string, file: string): boolean {
  try {
    const { places } = parseCacheEntry(readFileSync(file, "utf8"));
    return places.some(({ run }) => existsSync(join(runs, run)));
  } catch {
    return false;
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A run may write into it again at this moment. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It stays.
  }
}
