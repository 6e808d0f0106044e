import type { Approver } from "./approval.js";
import type { RunCache } from "./cache/run-cache.js";
import type { StepExecutor } from "./executors/executor.js";
import type { RunListener } from "./run-listener.js";
import type { TaskRecord } from "./run-record.js";
import type { Semaphore } from "./semaphore.js";

/** The state that all tasks of a run share. */
export interface RunState {
  readonly directory: string;
  /** The base of relative default paths of artifacts. */
  readonly root: string;
  readonly executor: StepExecutor;
  readonly slots: Semaphore;
  /** Undefined: every step runs, and nothing is kept for later runs. */
  readonly cache: RunCache | undefined;
  readonly approver: Approver;
  readonly listener: RunListener;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Set by the first failure: after it no further task starts, as in Argo. */
  failed: boolean;
  /** Set when a person, or something that this machine does not have, was needed. */
  incomplete: boolean;
}

/** Changes a task's record and notifies the listener. */
export function update(state: RunState, task: TaskRecord, change: Partial<TaskRecord>): void {
  Object.assign(task, change);
  state.listener.changed(task);
}

/** Whether no further task may start. */
export function isStopping(state: RunState): boolean {
  return state.failed || state.signal.aborted;
}

/** The current time in the format of records. */
export function now(): string {
  return new Date().toISOString();
}
