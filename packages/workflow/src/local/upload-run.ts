import type { Store } from "../storage/store.js";
import { runRecordText, writeRunRecord } from "./run-directory.js";
import type { RunListener } from "./run-listener.js";
import type { RunRecord } from "./run-record.js";
import { Semaphore } from "./semaphore.js";
import { artifactsOfTask, type MadeArtifact, putArtifact } from "./stored-artifacts.js";

/** How often a record that changes is sent, in milliseconds. */
const interval = 1000;

/** How many artifacts are sent side by side. */
const sideBySide = 4;

/** How long a record is tried to be sent after Ctrl-C, in milliseconds. */
const lastWord = 10_000;

/** Keeps a run in a store while it goes on; its directory on this machine stays as it is. */
export interface RunUpload extends RunListener {
  /** Takes a prefix that no other run has, by putting the run's record there. */
  prepare(record: RunRecord, signal: AbortSignal): Promise<void>;
  /**
   * Sends what is left.
   * @returns what went wrong, in words. The record names what is not stored, also after Ctrl-C.
   */
  finish(signal: AbortSignal): Promise<readonly string[]>;
}

/** Notes in a run's record what is not stored; what is there already lies in the stored record as well. */
function note(record: RunRecord, names: string[]): void {
  if (names.length === 0) delete record.notStored;
  else record.notStored = names;
}

/**
 * Watches a run, and puts each task's artifacts and the run's record into a store: `<run>/run.json`,
 * `<run>/<task>/<artifact>.<extension>`.
 * @param addressOf an address in the store, as the record names it
 * @param listener that is told of the run as well
 */
export function uploadRun(
  store: Store,
  addressOf: (prefix: string) => string,
  listener: RunListener,
): RunUpload {
  const slots = new Semaphore(sideBySide);
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

  const sendArtifacts = async (record: RunRecord, made: readonly MadeArtifact[]): Promise<void> => {
    for (const each of made) {
      await slots.hold(() => putArtifact(store, prefix, each, interrupted.signal));
      note(
        record,
        (record.notStored ?? []).filter((name) => name !== each.name),
      );
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
      const made = artifactsOfTask(task, current.directory);
      if (made.length === 0 || sent.has(task.id)) return;
      sent.add(task.id);
      note(current, [...(current.notStored ?? []), ...made.map(({ name }) => name)]);
      uploads.push(
        sendArtifacts(current, made).catch((error: unknown) => {
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
      const record = current;
      const last = signal.aborted ? AbortSignal.timeout(lastWord) : signal;
      await sendRecord(record, last).catch((error: unknown) => {
        faults.push(`run.json: ${messageOf(error)}`);
        note(record, [...(record.notStored ?? []), "run.json"]);
      });
      writeRunRecord(record);
      return faults;
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
