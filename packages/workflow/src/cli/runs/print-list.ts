import type { Project } from "../project/project.js";
import { shortPath } from "../project/project-root.js";
import { runsDirectory } from "../project/runs-directory.js";
import { runsListTable } from "./list-table.js";
import { readRuns } from "./read-runs.js";
import { sortRuns } from "./sort-runs.js";
import { runsWhere } from "./where.js";

export interface ListRunsFlags {
  readonly sort?: string;
  readonly where?: readonly string[];
  readonly limit?: number;
  readonly json?: true;
  readonly runs?: string;
}

/** Prints the runs as a table or as JSON. */
export function printRunsList(project: Project, flags: ListRunsFlags): void {
  const { sort, where = [], limit } = flags;
  const all = readRuns(project, flags.runs);
  const matching = runsWhere(all, where);
  const chosen = new Set(matching);
  const sorted = sort === undefined ? matching : sortRuns(all, sort).filter((run) => chosen.has(run));
  const runs = sorted.slice(0, limit);
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(runs, null, 2)}\n`);
    return;
  }
  const text =
    runs.length > 0
      ? runsListTable(runs, sort, terminalWidth()).join("\n")
      : nothingFound(all.length, shortPath(runsDirectory(flags.runs)));
  process.stdout.write(`${text}\n`);
}

/** The width of the terminal; undefined if the output goes elsewhere. */
export function terminalWidth(): number | undefined {
  const { isTTY, columns } = process.stdout;
  return isTTY && columns > 0 ? columns : undefined;
}

function nothingFound(count: number, directory: string): string {
  return count === 0
    ? `There are no runs in ${directory}. Start one with "run".`
    : `None of the ${count} runs in ${directory} fulfils all conditions.`;
}
