import type { RunSummary } from "../../history/run-summary.js";
import { isActive } from "./remove-run.js";

/** Which runs `runs prune` may remove; both must hold if both are given. */
export interface PruneLimits {
  /** How many of the newest runs of each workflow are kept. */
  readonly keep?: number;
  /** Only runs that were started longer ago than this, in milliseconds. */
  readonly olderThan?: number;
}

/**
 * The runs to remove: none that is tagged or running, the newest one of its workflow, or where `latest` points.
 * @param runs all runs, the newest first
 * @param latest the name of the run to which the link points
 */
export function chooseOldRuns(
  runs: readonly RunSummary[],
  { keep = 0, olderThan = 0 }: PruneLimits,
  latest: string | undefined,
  now: number,
): RunSummary[] {
  const counts = new Map<string, number>();
  const succeeded = new Set<string>();
  return runs.filter((run) => {
    const newer = counts.get(run.workflow) ?? 0;
    counts.set(run.workflow, newer + 1);
    const isNewestSuccess = run.phase === "Succeeded" && !succeeded.has(run.workflow);
    if (isNewestSuccess) succeeded.add(run.workflow);
    if (isNewestSuccess || newer < Math.max(1, keep)) return false;
    if (run.tags.length > 0 || isActive(run) || run.name === latest) return false;
    const age = now - Date.parse(run.startedAt);
    // A run without a readable time has no age.
    return olderThan === 0 || age > olderThan;
  });
}
