import { realpathSync } from "node:fs";
import { locateRun } from "../../history/locate-run.js";
import type { RunSummary } from "../../history/run-summary.js";
import { summaryOf } from "../../history/summary-of.js";
import type { Project } from "../project/project.js";
import { callersDirectory } from "../project/project-root.js";
import { runsDirectory } from "../project/runs-directory.js";

/** The directory of the run that a person names; not a link to it. */
export function runDirectory(chosen: string | undefined, run: string): string {
  const directory = locateRun(runsDirectory(chosen), run, callersDirectory());
  try {
    return realpathSync(directory);
  } catch {
    return directory;
  }
}

/** The summaries of the runs that a person names. */
export function findRuns(
  project: Project,
  chosen: string | undefined,
  names: readonly string[],
): RunSummary[] {
  return names.map((name) => summaryOf(runDirectory(chosen, name), project.workflows));
}
