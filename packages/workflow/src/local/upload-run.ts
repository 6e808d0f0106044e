import { existsSync } from "node:fs";
import { relative, sep } from "node:path";
import { messageOf } from "../definition/error-message.js";
import type { Store } from "../storage/store.js";
import { hasOutputOfThatName, logFile } from "./log-files.js";
import { runRecordText, writeRunRecord } from "./run-directory.js";
import type { RunListener } from "./run-listener.js";
import type { RunRecord, TaskRecord } from "./run-record.js";
import { Semaphore } from "./semaphore.js";
import { artifactsOfTask, type MadeArtifact, putArtifact, uploadConcurrency } from "./stored-artifacts.js";

/** How often a changing record is uploaded, in milliseconds. */
const interval = 1000;

/** Timeout for the upload of the last record after Ctrl-C, in milliseconds. */
const lastRecordTimeout = 10_000;

/** Uploads a run to a store while it runs. Its directory on this machine stays unchanged. */
export interface RunUpload extends RunListener {
  /** Reserves a prefix that no other run has, by storing the run's record there. */
  prepare(record: RunRecord, signal: AbortSignal): Promise<void>;
  /**
   * Waits for all uploads and uploads the last record.
   * @returns messages about what went wrong. The record lists what is not stored, also after Ctrl-C.
   */
  finish(signal: AbortSignal): Promise<readonly string[]>;
}

/** Lists in a run's record what is not stored. */
function setNotStored(record: RunRecord, names: string[]): void {
  if (names.length === 0) delete record.notStored;
  else record.notStored = names;
}

/**
 * A listener that uploads each task's artifacts and the run's record to a store: `<run>/run.json`,
 * `<run>/<task>/<artifact>.<extension>`, and `<run>/<task>/log.txt`.
 * @param addressOf returns the address of a prefix, for the record
 * @param listener receives all events of the run too
 */
export function uploadRun(
  store: Store,
  addressOf: (prefix: string) => string,
  listener: RunListener,
): RunUpload {
  const slots = new Semaphore(uploadConcurrency);
  const sent = new Set<string>();
  const sentLogs = new Set<string>();
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
      // A failed upload is repeated with the next change, and at the end.
      sending = sendRecord(current, interrupted.signal)
        .catch(() => {})
        .finally(() => {
          sending = undefined;
        });
    }, interval);
  };

  const sendArtifacts = async (record: RunRecord, made: readonly MadeArtifact[]): Promise<void> => {
    for (const each of made) {
      await slots.run(() => putArtifact(store, prefix, each, interrupted.signal));
      setNotStored(
        record,
        (record.notStored ?? []).filter((name) => name !== each.name),
      );
    }
  };

  /** Sends the log of a step that has ended. */
  const sendLog = ({ directory }: RunRecord, task: TaskRecord): void => {
    if (task.finishedAt === undefined || sentLogs.has(task.id) || hasOutputOfThatName(task)) return;
    const path = logFile(directory, task);
    if (!existsSync(path)) return;
    sentLogs.add(task.id);
    const name = relative(directory, path).split(sep).join("/");
    const put = (): Promise<unknown> => store.put(`${prefix}/${name}`, path, { signal: interrupted.signal });
    uploads.push(
      slots.run(put).then(
        () => {},
        (error: unknown) => {
          if (!interrupted.signal.aborted) faults.push(`${name}: ${messageOf(error)}`);
        },
      ),
    );
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
      sendLog(current, task);
      const made = artifactsOfTask(task, current.directory);
      if (made.length === 0 || sent.has(task.id)) return;
      sent.add(task.id);
      setNotStored(current, [...(current.notStored ?? []), ...made.map(({ name }) => name)]);
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
      // Includes the record that is being uploaded: it must not arrive after the last one.
      await Promise.all([...uploads, sending]);
      signal.removeEventListener("abort", stop);
      if (current === undefined) return faults;
      const record = current;
      const last = signal.aborted ? AbortSignal.timeout(lastRecordTimeout) : signal;
      await sendRecord(record, last).catch((error: unknown) => {
        faults.push(`run.json: ${messageOf(error)}`);
        setNotStored(record, [...(record.notStored ?? []), "run.json"]);
      });
      writeRunRecord(record);
      return faults;
    },
  };
}
