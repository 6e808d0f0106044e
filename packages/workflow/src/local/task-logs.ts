import { closeSync, existsSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { messageOf } from "../definition/error-message.js";
import { errorCode } from "../files/error-code.js";
import { logFile } from "./log-files.js";
import { cutOffText, failedAttemptText, logText, maxLogBytes } from "./log-text.js";
import type { RunListener } from "./run-listener.js";
import type { TaskRecord } from "./run-record.js";
import { now } from "./run-state.js";

/** So many lines within so many milliseconds are written one by one; of more, those of one turn of the event loop together. */
const [maxWrites, window] = [50, 20];

interface OpenLog {
  readonly descriptor: number;
  /** Lines that are not written yet. */
  pending: string;
  /** Size of all lines. */
  bytes: number;
}

/**
 * Keeps what the steps of a run log in `<task>/log.txt`: each line with its time before it, written as it comes, so that a run
 * that is killed has it too. A failed attempt is a line, with the stack of an unexpected error below the last one. A log that is
 * too long ends with a line that says so.
 */
export class TaskLogs {
  readonly #directory: string;
  readonly #listener: RunListener;
  readonly #maxBytes: number;
  readonly #open = new Map<string, OpenLog>();
  readonly #ended = new Set<string>();
  readonly #attempts = new Map<string, number>();
  #windowFrom = 0;
  #writes = 0;
  #next: NodeJS.Immediate | undefined;
  #isFaulty = false;

  /** @param listener receives a line if a log cannot be written */
  constructor(directory: string, listener: RunListener, maxBytes = maxLogBytes) {
    this.#directory = directory;
    this.#listener = listener;
    this.#maxBytes = maxBytes;
  }

  logged(task: TaskRecord, text: string): void {
    // A later line would be written into an output that has taken the log's place.
    if (this.#ended.has(task.id) || this.#isFaulty) return;
    const time = now();
    try {
      const log = this.#logOf(task);
      if (log.bytes > this.#maxBytes) return;
      const lines = logText(time, text);
      log.bytes += Buffer.byteLength(lines);
      log.pending += log.bytes > this.#maxBytes ? cutOffText(time, this.#maxBytes) : lines;
      if (this.#mayWriteOne()) this.#write();
      else this.#next ??= setImmediate(() => this.#writeOrReport(task));
    } catch (error) {
      // The output of that name is there already.
      if (errorCode(error) === "EEXIST") this.#ended.add(task.id);
      else this.#report(task, error);
    }
  }

  /** Adds the attempts of a step that failed, and ends its log when it has ended. */
  changed(task: TaskRecord): void {
    if (task.kind !== "step") return;
    const attempts = task.attempts ?? [];
    for (const [i, { message, exitCode }] of attempts.entries()) {
      if (i < (this.#attempts.get(task.id) ?? 0) || message === undefined) continue;
      this.#attempts.set(task.id, i + 1);
      this.logged(task, failedAttemptText(i + 1, exitCode, message));
    }
    if (task.phase === "Pending" || task.phase === "Running") return;
    if (task.stack !== undefined) this.logged(task, task.stack);
    this.#close(task);
  }

  /** Ends the logs of all tasks. */
  close(): void {
    clearImmediate(this.#next);
    for (const [id, { descriptor, pending }] of this.#open) {
      this.#ended.add(id);
      try {
        if (pending !== "") writeSync(descriptor, pending);
      } catch {
        // The run has ended: there is nowhere to report it.
      }
      closeSync(descriptor);
    }
    this.#open.clear();
  }

  #logOf(task: TaskRecord): OpenLog {
    const known = this.#open.get(task.id);
    if (known !== undefined) return known;
    const path = logFile(this.#directory, task);
    // A step may have removed the run's directory, which must not come back.
    if (!existsSync(this.#directory)) throw new Error(`${this.#directory} is gone`);
    mkdirSync(dirname(path), { recursive: true });
    const opened = { descriptor: openSync(path, "ax"), pending: "", bytes: 0 };
    this.#open.set(task.id, opened);
    return opened;
  }

  #write(): void {
    this.#next = undefined;
    for (const log of this.#open.values()) {
      const { pending } = log;
      log.pending = "";
      if (pending !== "") writeSync(log.descriptor, pending);
    }
  }

  #mayWriteOne(): boolean {
    if (performance.now() - this.#windowFrom > window) {
      this.#windowFrom = performance.now();
      this.#writes = 0;
    }
    this.#writes += 1;
    return this.#writes <= maxWrites;
  }

  #writeOrReport(task: TaskRecord): void {
    try {
      this.#write();
    } catch (error) {
      this.#report(task, error);
    }
  }

  #report(task: TaskRecord, error: unknown): void {
    this.#isFaulty = true;
    this.#listener.logged(task, `Logs are not kept from here on: ${messageOf(error)}`);
  }

  #close(task: TaskRecord): void {
    this.#ended.add(task.id);
    const log = this.#open.get(task.id);
    if (log === undefined) return;
    this.#writeOrReport(task);
    this.#open.delete(task.id);
    closeSync(log.descriptor);
  }
}
