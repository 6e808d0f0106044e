import { join, resolve, sep } from "node:path";
import { didYouMean } from "@tiphys/argo-lint/text";
import { UsageError } from "../definition/errors.js";
import { listRuns } from "./list-runs.js";
import { folderNames, isRun, linkedRun } from "./run-folders.js";

/** How many names a message shows. */
const maxNames = 5;

/**
 * The directory of the run that a person names: by its name, by the beginning of its name or of the part after the workflow's
 * name, by its last letters, by a path, with `latest`, or with `latest:WORKFLOW`.
 * @param cwd the base of relative paths
 * @throws {UsageError} if there is no such run, or several begin like that
 */
export function locateRun(runsDirectory: string, run: string, cwd: string): string {
  if (run === "") throw new UsageError("The name of the run is empty.");
  if (run.includes("/") || run.includes(sep) || run === "." || run === "..") return resolve(cwd, run);
  if (run === "latest") return latestRun(runsDirectory);
  if (run.startsWith("latest:")) return newestOf(runsDirectory, run.slice("latest:".length));
  if (isRun(join(runsDirectory, run))) return join(runsDirectory, run);
  const names = folderNames(runsDirectory);
  const matching = firstNonEmpty([
    names.filter((name) => name.startsWith(run)),
    names.filter((name) => name.includes(`-${run}`)),
  ]).filter((name) => isRun(join(runsDirectory, name)));
  const [first, second] = matching;
  if (first === undefined) throw unknownRun(runsDirectory, run, names);
  if (second === undefined) return join(runsDirectory, first);
  const shown = matching.sort().reverse().slice(0, maxNames).join(", ");
  const more = matching.length > maxNames ? `, and ${matching.length - maxNames} more` : "";
  throw new UsageError(`Several runs are called "${run}…": ${shown}${more}. Give more of the name.`);
}

function firstNonEmpty(lists: readonly string[][]): string[] {
  return lists.find((list) => list.length > 0) ?? [];
}

/** The run that the link `latest` points to; without a link the newest one. */
function latestRun(runsDirectory: string): string {
  const name = linkedRun(runsDirectory) ?? listRuns(runsDirectory)[0]?.name;
  if (name !== undefined) return join(runsDirectory, name);
  throw new UsageError(`There is no run in ${runsDirectory}. Start one with "run".`);
}

function newestOf(runsDirectory: string, workflow: string): string {
  const runs = listRuns(runsDirectory);
  const found = runs.find((each) => each.workflow === workflow);
  if (found !== undefined) return found.directory;
  const workflows = [...new Set(runs.map((each) => each.workflow))];
  throw new UsageError(
    `No run of a workflow "${workflow}" is in ${runsDirectory}.${didYouMean(workflow, workflows)} ` +
      (workflows.length === 0 ? 'Start one with "run".' : `There are runs of ${workflows.join(", ")}.`),
  );
}

function unknownRun(runsDirectory: string, run: string, names: readonly string[]): UsageError {
  return new UsageError(
    `There is no run "${run}" in ${runsDirectory}.${didYouMean(run, names)} List them: npx --no tiphys runs`,
  );
}
