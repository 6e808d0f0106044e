/** The runs of a project: what lists, comparisons and pages show of them. */
export type { RunSummary } from "./run-summary.js";
