import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { compareRuns } from "../comparison/compare-runs.js";
import type { Comparison } from "../definition/comparison.js";
import { writeFileAtomicallySync } from "../files/write-atomically.js";
import type { RunSummary } from "../history/index.js";
import { comparePage } from "./compare-page.js";
import { runsPage } from "./runs-page.js";

export interface PageInput {
  /** Where the pages are written. */
  readonly runsDirectory: string;
  /** All runs, the newest first. */
  readonly runs: readonly RunSummary[];
  /** Runs of the comparison page, which is not written for fewer than two. */
  readonly selected: readonly RunSummary[];
  readonly comparison: Comparison | undefined;
  /** ISO 8601, in UTC. */
  readonly writtenAt: string;
}

/**
 * Writes `index.html` and `compare.html` into the runs directory.
 * @returns the paths of what was written
 */
export async function writePages({
  runsDirectory,
  runs,
  selected,
  comparison,
  writtenAt,
}: PageInput): Promise<string[]> {
  const hasComparison = selected.length > 1;
  const [index, compare] = [join(runsDirectory, "index.html"), join(runsDirectory, "compare.html")];
  mkdirSync(runsDirectory, { recursive: true });
  if (hasComparison) {
    writeFileAtomicallySync(compare, comparePage(selected, await shown(selected, comparison), writtenAt));
  }
  writeFileAtomicallySync(index, runsPage(runs, writtenAt, hasComparison));
  return hasComparison ? [index, compare] : [index];
}

async function shown(selected: readonly RunSummary[], comparison: Comparison | undefined) {
  if (comparison === undefined) return undefined;
  const found = await compareRuns(
    comparison,
    selected.map(({ directory }) => directory),
  );
  return { ...found, ...(comparison.curve === undefined ? {} : { labels: comparison.curve }) };
}
