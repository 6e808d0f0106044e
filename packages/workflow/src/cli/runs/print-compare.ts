import { UsageError } from "../../definition/errors.js";
import type { Project } from "../project/project.js";
import { compareSummaries, comparisonTable } from "./compare-table.js";
import { findRuns } from "./find-runs.js";
import { terminalWidth } from "./print-list.js";

export interface CompareFlags {
  readonly json?: true;
  readonly runs?: string;
}

/**
 * Prints runs side by side, and what the project's comparison says of each run against the first.
 * @throws {UsageError} for fewer than two runs
 */
export async function printComparison(
  project: Project,
  names: readonly string[],
  flags: CompareFlags,
): Promise<void> {
  const runs = findRuns(project, flags.runs, names);
  if (new Set(runs.map(({ directory }) => directory)).size < 2) {
    throw new UsageError("runs compare: expected two or more runs, such as: runs compare latest 20261130-07");
  }
  const { compareRuns } = await import("../../comparison/compare-runs.js");
  const pairs =
    project.comparison === undefined
      ? []
      : (
          await compareRuns(
            project.comparison,
            runs.map(({ directory }) => directory),
          )
        ).pairs;
  if (flags.json) {
    const differing = Object.fromEntries(
      compareSummaries(runs).map(({ title, rows }) => [
        title,
        rows.filter(({ isDifferent }) => isDifferent).map(({ name }) => name),
      ]),
    );
    process.stdout.write(`${JSON.stringify({ runs, differing, pairs }, null, 2)}\n`);
    return;
  }
  const { differenceLines } = await import("./difference-lines.js");
  const found = differenceLines(pairs);
  const lines = [...comparisonTable(runs, terminalWidth()), ...(found.length > 0 ? ["", ...found] : [])];
  process.stdout.write(`${lines.join("\n")}\n`);
}
