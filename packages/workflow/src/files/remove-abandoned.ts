import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isAbandoned } from "./temp-name.js";

/**
 * Removes temporary files and folders of processes that have ended. Those that cannot be removed, such as another user's, are
 * harmless and stay.
 */
export async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (isAbandoned(name)) await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
  }
}
