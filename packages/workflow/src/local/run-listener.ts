import type { RunRecord, TaskRecord } from "./run-record.js";

/** Receives the events of a run. Records are live: they change until the run has ended. */
export interface RunListener {
  /** The run's directory exists, and all tasks are pending. */
  started(record: RunRecord): void;
  /** A task's phase, message, progress or children have changed. */
  changed(task: TaskRecord): void;
  /** A step logged a line. */
  logged(task: TaskRecord, line: string): void;
  ended(record: RunRecord): void;
}

export const silentListener: RunListener = { started() {}, changed() {}, logged() {}, ended() {} };
