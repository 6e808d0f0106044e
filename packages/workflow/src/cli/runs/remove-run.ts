import { renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../../definition/errors.js";
import { tempSibling } from "../../files/temp-name.js";
import { listRuns } from "../../history/list-runs.js";
import { linkedRun } from "../../history/run-folders.js";
import type { RunSummary } from "../../history/run-summary.js";
import { linkLatest } from "../../local/run-directory.js";

/** Whether a run's process writes to its folder. */
export function isActive({ phase }: RunSummary): boolean {
  return phase === "Running" || phase === "Pending" || phase === "Suspended";
}

/**
 * Removes the folder of a run. If `latest` pointed to it, it points to the newest run that is left.
 * @throws {UserError} if it cannot be removed
 */
export function removeRun(directory: string): void {
  const runs = dirname(directory);
  const wasLatest = linkedRun(runs) === basename(directory);
  // Under its final name a run is there as a whole, or not at all.
  const removed = tempSibling(directory);
  try {
    renameSync(directory, removed);
    rmSync(removed, { recursive: true, force: true });
  } catch (error) {
    throw new UserError(
      `${directory} cannot be removed (${error instanceof Error ? error.message : error}).`,
    );
  }
  if (!wasLatest) return;
  const [newest] = listRuns(runs);
  if (newest !== undefined) linkLatest(runs, newest.name);
  else rmSync(join(runs, "latest"), { force: true });
}
