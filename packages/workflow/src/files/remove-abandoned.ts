import { promises, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAbandoned } from "./temp-name.js";

/**
 * Removes temporary files and folders of processes that have ended. Those that cannot be removed, such as another user's, are
 * harmless and stay.
 */
export async function removeAbandoned(folder: string): Promise<void> {
  // Not an import of node:fs/promises: a step of a pod, which uses the other function, would load it for nothing.
  const { readdir, rm } = promises;
  for (const name of await readdir(folder).catch(() => [])) {
    if (isAbandoned(name)) await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
  }
}

/** Synchronous {@link removeAbandoned}. */
export function removeAbandonedSync(folder: string): void {
  for (const name of namesIn(folder).filter(isAbandoned)) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // It stays.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
