/** The runs of a project: what lists, comparisons and pages show of them. */
export { type ListRunsOptions, listRuns } from "./list-runs.js";
export type { RunInput, RunMetric, RunSummary, RunTask } from "./run-summary.js";
