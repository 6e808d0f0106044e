import { join } from "node:path";
import type { Workflow } from "../../src/definition/graph.js";
import type { RunListener } from "../../src/local/run-listener.js";
import type { RunRecord, TaskRecord } from "../../src/local/run-record.js";
import { type RunOptions, runWorkflow } from "../../src/local/run-workflow.js";
import { tempDir } from "../temp-dir.js";

/** Runs a workflow in a temporary directory. */
export function run(workflow: Workflow, options: RunOptions = {}): Promise<RunRecord> {
  return runWorkflow(workflow, { runs: join(tempDir(), "runs"), ...options });
}

/** All tasks of a run by their id, including nested ones. */
export function tasksOf({ tasks, exit = [] }: RunRecord): Record<string, TaskRecord> {
  const all = (records: readonly TaskRecord[]): [string, TaskRecord][] =>
    records.flatMap((task) => [[task.id, task], ...all(task.children ?? [])]);
  return Object.fromEntries(all([...tasks, ...exit]));
}

/** Phase of each task by its id. */
export function phases(record: RunRecord): Record<string, string> {
  return Object.fromEntries(Object.entries(tasksOf(record)).map(([id, task]) => [id, task.phase]));
}

/** Texts of the run's outputs. */
export function outputs(record: RunRecord): Record<string, string> {
  return record.outputs?.parameters ?? {};
}

/** A listener that records events: `+a` when task `a` starts, `-a` when it has ended. */
export function notes(): RunListener & { readonly noted: string[]; readonly lines: string[] } {
  const running = new Set<string>();
  const noted: string[] = [];
  const lines: string[] = [];
  return {
    noted,
    lines,
    started() {},
    changed({ id, phase }) {
      if (phase === "Running" && !running.has(id)) {
        running.add(id);
        noted.push(`+${id}`);
      } else if (phase !== "Running" && running.delete(id)) noted.push(`-${id}`);
    },
    logged: (task, line) => void lines.push(`${task.id}: ${line}`),
    ended() {},
  };
}
