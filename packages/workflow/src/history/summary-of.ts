import { basename, join } from "node:path";
import type { Workflow } from "../definition/graph.js";
import { readNotes } from "./run-notes.js";
import type { RunSummary } from "./run-summary.js";
import { readStoredRun } from "./stored-run.js";
import { summarizeRun } from "./summarize-run.js";

/**
 * The summary of one run, wherever it is.
 * @throws {UserError} if it has no record, or one with another format
 */
export function summaryOf(directory: string, workflows: readonly Workflow[]): RunSummary {
  const stored = readStoredRun(directory, join(directory, "run.json"));
  const workflow = workflows.find(({ name }) => name === stored.workflow);
  return summarizeRun(basename(directory), directory, stored, readNotes(directory), workflow, new Set());
}
