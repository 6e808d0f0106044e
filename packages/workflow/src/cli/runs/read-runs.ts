import { pluralize, printable } from "@tiphys/argo-lint/text";
import { listRuns } from "../../history/list-runs.js";
import type { RunSummary } from "../../history/run-summary.js";
import type { Project } from "../project/project.js";
import { runsDirectory } from "../project/runs-directory.js";

/** How many runs that cannot be listed are named. */
const maxNamed = 5;

/** All runs, the newest first. Those that cannot be listed are named on standard error. */
export function readRuns(project: Project, directory: string | undefined): RunSummary[] {
  const skipped: string[] = [];
  const runs = listRuns(runsDirectory(directory), {
    workflows: project.workflows,
    onSkipped: (message) => skipped.push(message),
  });
  for (const message of skipped.slice(0, maxNamed)) console.error(printable(`Skipped: ${message}`));
  if (skipped.length > maxNamed) {
    console.error(`Skipped: ${pluralize(skipped.length - maxNamed, "more file")} that cannot be read`);
  }
  return runs;
}
