import { basename } from "node:path";
import { pluralize } from "@tiphys/argo-lint/text";
import { UsageError } from "../../definition/errors.js";
import type { RunSummary } from "../../history/index.js";
import { locateRun } from "../../history/locate-run.js";
import { defaultSelection, maxComparedRuns, writePages } from "../../history-page/index.js";
import type { RunsPageFlags } from "../commands/runs/page.js";
import type { Project } from "../project/project.js";
import { callersDirectory, shortPath } from "../project/project-root.js";
import { runsDirectory } from "../project/runs-directory.js";
import { readRuns } from "./read-runs.js";

/**
 * Writes the pages of the runs, and prints where they are.
 * @param names runs to compare; none for the newest
 * @throws {UsageError} if only one is named, or more than a chart can show, or one is not in the runs directory
 */
export async function writeRunsPages(
  project: Project,
  names: readonly string[],
  flags: RunsPageFlags,
): Promise<void> {
  if (names.length === 1 || names.length > maxComparedRuns) {
    throw new UsageError(
      `${pluralize(names.length, "run")} named. Expected two to ${maxComparedRuns} to compare, or none for the newest.`,
    );
  }
  const directory = runsDirectory(flags.runs);
  const runs = readRuns(project, flags.runs);
  const written = await writePages({
    runsDirectory: directory,
    runs,
    selected: names.length === 0 ? defaultSelection(runs) : selectedRuns(directory, runs, names),
    comparison: project.comparison,
    writtenAt: new Date().toISOString(),
  });
  for (const path of written) console.log(shortPath(path));
}

function selectedRuns(
  directory: string,
  runs: readonly RunSummary[],
  names: readonly string[],
): RunSummary[] {
  const selected: RunSummary[] = [];
  for (const name of names) {
    const folder = basename(locateRun(directory, name, callersDirectory()));
    const summary = runs.find((run) => run.name === folder);
    if (summary === undefined) throw new UsageError(`${name} is not a run that ${directory} has.`);
    if (selected.includes(summary)) throw new UsageError(`The run ${summary.name} is named twice.`);
    selected.push(summary);
  }
  return selected;
}
