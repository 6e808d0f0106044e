import type { RunSummary } from "../history/index.js";

/** How many runs are compared if none is named. */
const compared = 4;

/**
 * The runs that are compared if none is named: the newest that succeeded, of the workflow that ran last, from the oldest to
 * the newest.
 * @param runs the newest first
 */
export function defaultSelection(runs: readonly RunSummary[]): RunSummary[] {
  const succeeded = runs.filter(({ phase }) => phase === "Succeeded");
  return succeeded
    .filter(({ workflow }) => workflow === succeeded[0]?.workflow)
    .slice(0, compared)
    .reverse();
}
