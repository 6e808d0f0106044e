import type { RunRecord, TaskRecord } from "./run-record.js";

/** Watches a run. Records are live: they may be read until the run has ended. */
export interface RunListener {
  /** The run has its directory, and all its tasks are pending. */
  started(record: RunRecord): void;
  /** A task's phase, message, progress or children are others now. */
  changed(task: TaskRecord): void;
  /** A step wrote a line. */
  logged(task: TaskRecord, line: string): void;
  ended(record: RunRecord): void;
}

export const silentListener: RunListener = { started() {}, changed() {}, logged() {}, ended() {} };
