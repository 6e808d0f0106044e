import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import { pluralize, printable } from "@tiphys/argo-lint/text";
import { UsageError, UserError } from "../../definition/errors.js";
import { linkedRun } from "../../history/run-folders.js";
import { readNotes } from "../../history/run-notes.js";
import { pruneCache } from "../../local/cache/prune-cache.js";
import type { Project } from "../project/project.js";
import { runsDirectory } from "../project/runs-directory.js";
import { ageOf } from "./age.js";
import { askYes } from "./ask-yes.js";
import { chooseOldRuns } from "./choose-old-runs.js";
import { findRuns } from "./find-runs.js";
import { isElsewhere, stillRunning } from "./phase-text.js";
import { readRuns } from "./read-runs.js";
import { isActive, removeRun } from "./remove-run.js";

export interface PruneFlags {
  readonly keep?: number;
  readonly older?: string;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly runs?: string;
}

/**
 * Removes the runs that a person names.
 * @param isForced whether a run of another machine, which counts as running, is removed too
 * @throws {UserError} if one is running or tagged; then none is removed
 */
export function removeRuns(
  project: Project,
  names: readonly string[],
  chosen: string | undefined,
  isForced = false,
): void {
  const runs = new Map(findRuns(project, chosen, names).map((run) => [run.directory, run]));
  const folder = realpathSync(runsDirectory(chosen));
  for (const run of runs.values()) {
    const name = printable(run.name);
    if (dirname(run.directory) !== folder) {
      throw new UserError(
        `${printable(run.directory)} is not in ${printable(folder)}. Nothing was removed. Name its runs directory with --runs.`,
      );
    }
    if (isActive(run) && !(isForced && isElsewhere(run)))
      throw new UserError(`${stillRunning(run)} Nothing was removed.`);
    if (run.tags.length === 0) continue;
    throw new UserError(
      `Run ${name} is tagged ${printable(run.tags.join(", "))}. Nothing was removed. Take its tags off first: ` +
        `npx --no tiphys runs tag ${name} --remove ${printable(run.tags.join(" "))}`,
    );
  }
  for (const run of runs.values()) {
    removeRun(run.directory);
    console.log(`Removed ${printable(run.name)}`);
  }
  pruneCache(folder);
}

/**
 * Removes old runs, after it has asked.
 * @throws {UsageError} without --keep and --older
 */
export async function pruneRuns(project: Project, flags: PruneFlags): Promise<void> {
  const { keep, older } = flags;
  if (keep === undefined && older === undefined) {
    throw new UsageError("runs prune: say which runs to keep with --keep 20, --older 30d, or both.");
  }
  const limits = {
    ...(keep === undefined ? {} : { keep }),
    ...(older === undefined ? {} : { olderThan: ageOf(older) }),
  };
  const all = readRuns(project, flags.runs);
  const old = chooseOldRuns(all, limits, linkedRun(runsDirectory(flags.runs)), Date.now());
  if (old.length === 0) {
    if (!flags.dryRun) pruneCache(runsDirectory(flags.runs));
    console.log(`Nothing to remove: ${pluralize(all.length, "run")}.`);
    return;
  }
  // Of notes that cannot be read nobody knows the tags.
  for (const { directory } of old) readNotes(directory);
  for (const { name } of old) console.log(`${flags.dryRun ? "Would remove" : "Removes"} ${printable(name)}`);
  const count = pluralize(old.length, "run");
  if (flags.dryRun) {
    console.log(`${count} of ${all.length}; nothing was removed.`);
    return;
  }
  if (!flags.yes && !(await askYes(`Remove ${count} of ${all.length}?`))) {
    console.log("Nothing was removed.");
    return;
  }
  // A run may have been tagged while the question was open.
  const untagged = old.filter(({ directory }) => readNotes(directory).tags.length === 0);
  for (const { directory } of untagged) removeRun(directory);
  pruneCache(runsDirectory(flags.runs));
  console.log(`Removed ${pluralize(untagged.length, "run")}.`);
}
