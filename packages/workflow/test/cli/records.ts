import type { Paint } from "../../../argo-lint/src/terminal/paint.js";
import type { RunRecord, TaskRecord } from "../../src/local/run-record.js";

/** Prints text without colours. */
export const plain: Paint = (_style, text) => text;

/** A time this many milliseconds after the start of the run of {@link runRecord}. */
export function at(milliseconds: number): string {
  return new Date(Date.UTC(2026, 0, 2, 3, 4, 5) + milliseconds).toISOString();
}

/** A step that ran for a second, with these changes. */
export function taskRecord(name: string, change: Partial<TaskRecord> = {}): TaskRecord {
  return {
    id: name,
    name,
    kind: "step",
    template: name,
    phase: "Succeeded",
    startedAt: at(0),
    finishedAt: at(1000),
    ...change,
  };
}

/** A task that was not reached. */
export function omittedRecord(name: string): TaskRecord {
  return { id: name, name, kind: "step", template: name, phase: "Omitted" };
}

/** A run that took a second and a half, with these changes. */
export function runRecord(tasks: TaskRecord[], change: Partial<RunRecord> = {}): RunRecord {
  return {
    formatVersion: 1,
    run: "training-20260102-030405-abc",
    workflow: "training",
    phase: "Succeeded",
    startedAt: at(0),
    finishedAt: at(1500),
    pid: 1,
    directory: "/runs/training-20260102-030405-abc",
    inputs: { parameters: {}, artifacts: {} },
    code: { node: "v20.11.0", platform: "linux-x64" },
    tasks,
    ...change,
  };
}
