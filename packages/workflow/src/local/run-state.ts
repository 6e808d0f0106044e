import type { Approver } from "./approval.js";
import type { StepExecutor } from "./executors/executor.js";
import type { RunListener } from "./run-listener.js";
import type { TaskRecord } from "./run-record.js";
import type { Semaphore } from "./semaphore.js";

/** What all tasks of a run share. */
export interface RunState {
  readonly directory: string;
  /** What default paths of artifacts are relative to. */
  readonly root: string;
  readonly executor: StepExecutor;
  readonly slots: Semaphore;
  readonly approver: Approver;
  readonly listener: RunListener;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Set by the first failure: then nothing new starts, as in Argo. */
  failed: boolean;
  /** Set when a person was needed and none was there. */
  incomplete: boolean;
}

/** Changes a task's record and tells whoever watches. */
export function update(state: RunState, task: TaskRecord, change: Partial<TaskRecord>): void {
  Object.assign(task, change);
  state.listener.changed(task);
}

/** Whether no further task may start. */
export function isStopping(state: RunState): boolean {
  return state.failed || state.signal.aborted;
}

/** The present time as it stands in records. */
export function now(): string {
  return new Date().toISOString();
}
