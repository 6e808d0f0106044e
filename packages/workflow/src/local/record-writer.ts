import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { flushFolder, flushTree } from "../files/flush-to-disk.js";
import { writeFileAtomically } from "../files/write-atomically.js";
import { runRecordText } from "./run-directory.js";
import type { Phase, RunRecord, TaskRecord } from "./run-record.js";

/** The largest part of the process's time to spend on serializing the record. */
const maxTimeShare = 0.05;

/**
 * Keeps `run.json` up to date while tasks end. What a task wrote is flushed to the disk before the record says that the task
 * has succeeded. Runs in the background: no task waits for it. Changes during a write are part of the next one.
 */
export class RecordWriter {
  readonly #record: RunRecord;
  readonly #signal: AbortSignal;
  readonly #phases = new Map<TaskRecord, Phase>();
  readonly #unflushed = new Set<string>();
  readonly #faults = new Map<string, unknown>();
  readonly #closing = new AbortController();
  #isDirty = false;
  #writing: Promise<void> | undefined;

  /** @param signal if it is aborted, the last record does not wait until artifacts are flushed */
  constructor(record: RunRecord, signal: AbortSignal) {
    this.#record = record;
    this.#signal = signal;
  }

  /** Writes the record if the task's phase has changed. */
  changed(task: TaskRecord): void {
    if (this.#phases.get(task) === task.phase) return;
    this.#phases.set(task, task.phase);
    if (task.kind === "step" && task.phase === "Succeeded") this.#unflushed.add(task.id);
    this.#isDirty = true;
    this.#writing ??= this.#writeWhileDirty();
  }

  /**
   * Waits until all files of the tasks are on the disk.
   * @returns the first task whose files could not be flushed, with the system error
   */
  async flushed(): Promise<{ readonly id: string; readonly error: unknown } | undefined> {
    this.#closing.abort();
    await this.#writing;
    await this.#flush();
    const [first] = this.#faults;
    return first === undefined ? undefined : { id: first[0], error: first[1] };
  }

  /** Writes the record as it is now. */
  async write(): Promise<void> {
    await write(this.#record.directory, runRecordText(this.#record));
  }

  async #writeWhileDirty(): Promise<void> {
    // Several tasks may change in the same tick.
    await sleep(0);
    while (this.#isDirty && !this.#closing.signal.aborted) {
      this.#isDirty = false;
      const begun = performance.now();
      const text = runRecordText(this.#record);
      const pause = (performance.now() - begun) / maxTimeShare;
      await this.#flush();
      // An error here is ignored: the last record is written in any case, and its failure is reported.
      await write(this.#record.directory, text).catch(() => {});
      await sleep(pause, undefined, { signal: this.#closing.signal }).catch(() => {});
    }
    this.#writing = undefined;
  }

  async #flush(): Promise<void> {
    const ids = [...this.#unflushed];
    this.#unflushed.clear();
    if (this.#signal.aborted) return;
    const folders = new Set<string>();
    for (const id of ids) {
      const folder = join(this.#record.directory, ...id.split("/"));
      try {
        await flushTree(folder);
      } catch (error) {
        this.#faults.set(id, error);
      }
      for (let above = dirname(folder); above.length >= this.#record.directory.length; above = dirname(above))
        folders.add(above);
    }
    for (const folder of folders) await flushFolder(folder).catch(() => {});
  }
}

function write(directory: string, text: string): Promise<void> {
  return writeFileAtomically(join(directory, "run.json"), text);
}
