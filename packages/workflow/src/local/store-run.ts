import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Store } from "../storage/store.js";
import { runRecordText } from "./run-directory.js";
import type { RunListener } from "./run-events.js";
import type { RunRecord, TaskRecord } from "./run-record.js";
import { Slots } from "./slots.js";

/** How often a record that changes is sent, in milliseconds. */
const interval = 1000;

/** How many artifacts are sent side by side. */
const sideBySide = 4;

/** How long a record is tried to be sent after Ctrl-C, in milliseconds. */
const lastWord = 10_000;

/** Keeps a run in a store while it goes on; its directory on this machine stays as it is. */
export interface StoredRun extends RunListener {
  /** Takes a prefix that no other run has, by putting the run's record there. */
  prepare(record: RunRecord, signal: AbortSignal): Promise<void>;
  /**
   * Sends what is left.
   * @returns what could not be stored, in words
   */
  finish(signal: AbortSignal): Promise<readonly string[]>;
}

/**
 * Watches a run, and puts each task's artifacts and the run's record into a store: `<run>/run.json`,
 * `<run>/<task>/<artifact>.<extension>`.
 * @param addressOf an address in the store, as the record names it
 * @param listener that is told of the run as well
 */
export function storeRun(
  store: Store,
  addressOf: (prefix: string) => string,
  listener: RunListener,
): StoredRun {
  const slots = new Slots(sideBySide);
  const sent = new Set<string>();
  const uploads: Promise<void>[] = [];
  const faults: string[] = [];
  const interrupted = new AbortController();
  let prefix = "";
  let current: RunRecord | undefined;
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> | undefined;

  const sendRecord = async (record: RunRecord, signal: AbortSignal): Promise<void> => {
    await store.put(`${prefix}/run.json`, Buffer.from(runRecordText(record)), { signal });
  };

  const recordChanged = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (current === undefined || sending !== undefined) return;
      // What fails here is sent again with the next change, and at the end.
      sending = sendRecord(current, interrupted.signal)
        .catch(() => {})
        .finally(() => {
          sending = undefined;
        });
    }, interval);
  };

  const sendArtifacts = async (task: TaskRecord, directory: string): Promise<void> => {
    const artifacts = Object.values(task.outputs?.artifacts ?? {}).flat();
    for (const { path } of artifacts) {
      for await (const file of filesIn(path)) {
        const name = relative(directory, file).split(sep).join("/");
        await slots.hold(async () => {
          await store.put(`${prefix}/${name}`, file, { signal: interrupted.signal });
        });
      }
    }
  };

  return {
    async prepare(record, signal) {
      for (let i = 1; prefix === ""; i++) {
        const name = i === 1 ? record.run : `${record.run}-${i}`;
        record.store = addressOf(name);
        const body = Buffer.from(runRecordText(record));
        if ((await store.put(`${name}/run.json`, body, { ifAbsent: true, signal })) !== undefined)
          prefix = name;
      }
    },
    started(record) {
      current = record;
      listener.started(record);
    },
    changed(task) {
      listener.changed(task);
      if (current === undefined) return;
      recordChanged();
      if (task.kind !== "step" || task.phase !== "Succeeded" || sent.has(task.id)) return;
      sent.add(task.id);
      uploads.push(
        sendArtifacts(task, current.directory).catch((error: unknown) => {
          if (!interrupted.signal.aborted) faults.push(`${task.id}: ${messageOf(error)}`);
        }),
      );
    },
    logged(task, line) {
      listener.logged(task, line);
    },
    ended(record) {
      listener.ended(record);
    },
    async finish(signal) {
      clearTimeout(timer);
      const stop = (): void => interrupted.abort();
      signal.addEventListener("abort", stop);
      if (signal.aborted) stop();
      // Also the record that is on its way: it must not come after the last one.
      await Promise.all([...uploads, sending]);
      signal.removeEventListener("abort", stop);
      if (current === undefined) return faults;
      const last = signal.aborted ? AbortSignal.timeout(lastWord) : signal;
      await sendRecord(current, last).catch((error: unknown) => faults.push(`run.json: ${messageOf(error)}`));
      return faults;
    },
  };
}

async function* filesIn(path: string): AsyncGenerator<string> {
  if (!(await stat(path)).isDirectory()) {
    yield path;
    return;
  }
  for (const name of (await readdir(path)).sort()) yield* filesIn(join(path, name));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
