import { createReadStream, existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ServerError, stampedLine, type WorkflowsService } from "../../../argo/client/index.js";
import { lineSplitter } from "../../../files/line-splitter.js";
import { writeAtomically } from "../../../files/write-atomically.js";
import { failedAttemptText } from "../../../local/log-text.js";
import { placeBelow } from "../../../storage/folder-transfer/safe-path.js";
import { forEachConcurrent } from "../../../storage/for-each-concurrent.js";
import { isExecutorLine } from "./executor-line.js";
import { LogParts } from "./log-parts.js";
import { archivedLog, type LoggedPod, type PlannedLog } from "./planned-logs.js";

export interface CopiedLogs {
  /** Tasks of which the cluster has no log: ids. */
  readonly missing: readonly string[];
  /** Tasks whose logs were left out because they could not be read to the end: ids. */
  readonly leftOut: readonly string[];
  /** Why logs could not be read. */
  readonly faults: readonly string[];
}

/** The files of one log, and where in them the lines of a pod belong. */
interface Place {
  readonly log: number;
  readonly part: number;
  readonly nameInPod: string | undefined;
}

/** How many archived logs are fetched at the same time. */
const concurrency = 4;

/**
 * Copies the logs of tasks below a directory, in the form of a run on this machine: each line with its time. The lines come from
 * the pods that are still there, else from what Argo archived of them, which has no times: they get the time at which the pod
 * started. Logs that are there already are kept. What cannot be read is not an error, but only logs that were read to the end are
 * written: a later copy reads the others again.
 * @throws {UnreachableError} if the connection is lost and does not recover
 */
export async function copyLogs(
  service: WorkflowsService,
  workflow: string,
  planned: readonly PlannedLog[],
  directory: string,
  signal: AbortSignal,
): Promise<CopiedLogs> {
  const folder = join(directory, ".logs");
  await rm(folder, { recursive: true, force: true });
  const logs = planned.filter(({ path }) => !existsSync(placeBelow(directory, path)));
  if (logs.length === 0) return { missing: [], leftOut: [], faults: [] };
  await mkdir(folder);
  try {
    const faults = new Set<string>();
    const live = new LogParts(folder);
    const read = new Set<string>();
    const fault = await noting(faults, () =>
      readLive(service, workflow, lineReceiver(logs, live), read, signal),
    );
    // Of a broken stream nobody knows which pods it has to the end.
    const isBroken = fault !== undefined && (fault.refusal !== "not-found" || read.size > 0);
    if (isBroken) read.clear();
    const parts = isBroken ? new LogParts(join(folder, "archived")) : live;
    await mkdir(join(folder, "archived"));
    const receive = lineReceiver(logs, parts);
    const unread = new Set<string>();
    const archived = podsOf(logs).filter(({ name, isArchived }) => isArchived && !read.has(name));
    await forEachConcurrent([...archived.entries()], concurrency, signal, async ([i, pod], stopped) => {
      const path = join(folder, `archived-${i}`);
      const refused = await noting(faults, () =>
        readArchived(service, workflow, pod, path, receive, stopped),
      );
      if (refused === undefined) read.add(pod.name);
      else if (refused.refusal !== "not-found") unread.add(pod.name);
    });
    const isLeftOut = ({ pods }: PlannedLog): boolean =>
      pods.some(({ name }) => !read.has(name) && (isBroken || unread.has(name)));
    for (const [i, log] of logs.entries()) {
      if (isLeftOut(log)) continue;
      addFailures(log, i, read, parts);
      if (!log.pods.some((_, part) => parts.has(i, part))) continue;
      await writeAtomically(placeBelow(directory, log.path), (temp) => parts.write(i, log.pods.length, temp));
    }
    const isMissing = (log: PlannedLog): boolean =>
      !isLeftOut(log) && log.pods.some(({ name }) => !read.has(name));
    return { missing: tasksOf(logs, isMissing), leftOut: tasksOf(logs, isLeftOut), faults: [...faults] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tasksOf(logs: readonly PlannedLog[], which: (log: PlannedLog) => boolean): string[] {
  return logs.filter(which).map(({ task }) => task);
}

type Receive = (podName: string, time: string | undefined, text: string) => void;

/** Adds each line to the log of its task. In a shared pod, a line without a name belongs to the task of the line before it. */
function lineReceiver(logs: readonly PlannedLog[], parts: LogParts): Receive {
  const places = new Map<string, Place[]>();
  for (const [log, { pods, nameInPod }] of logs.entries()) {
    for (const [part, { name }] of pods.entries())
      places.set(name, [...(places.get(name) ?? []), { log, part, nameInPod }]);
  }
  const last = new Map<string, Place>();
  return (podName, time, text) => {
    if (isExecutorLine(text)) return;
    const candidates = places.get(podName) ?? [];
    const named = candidates.find(
      ({ nameInPod }) => nameInPod !== undefined && text.startsWith(`${nameInPod}: `),
    );
    const place = named ?? last.get(podName) ?? candidates[0];
    if (place === undefined) return;
    last.set(podName, place);
    const own = named?.nameInPod === undefined ? text : text.slice(named.nameInPod.length + 2);
    parts.add(place.log, place.part, time, own);
  };
}

/** Reads the logs of the pods that are still there. @param seen receives their names */
async function readLive(
  service: WorkflowsService,
  workflow: string,
  receive: Receive,
  seen: Set<string>,
  signal: AbortSignal,
): Promise<void> {
  for await (const { podName, content } of service.logs(workflow, { timestamps: true, signal })) {
    seen.add(podName);
    const { time, text } = stampedLine(content);
    receive(podName, time === undefined ? undefined : new Date(time).toISOString(), text);
  }
}

/** Reads the archived log of a pod. */
async function readArchived(
  service: WorkflowsService,
  workflow: string,
  { nodeId, name, startedAt }: LoggedPod,
  path: string,
  receive: Receive,
  signal: AbortSignal,
): Promise<void> {
  await service.saveArtifact({ workflow, nodeId, artifact: archivedLog }, path, { signal });
  const time = isoTime(startedAt);
  const lines = lineSplitter((line) => receive(name, time, line));
  for await (const chunk of createReadStream(path)) lines.add(chunk);
  lines.end();
  await rm(path);
}

/** Adds a line for each attempt that failed. In a shared pod, the steps report their own attempts; a line says that it was repeated. */
function addFailures(
  { pods, nameInPod }: PlannedLog,
  log: number,
  seen: ReadonlySet<string>,
  parts: LogParts,
): void {
  for (const [part, { name, failure }] of pods.entries()) {
    if (failure === undefined || !seen.has(name)) continue;
    const { finishedAt, exitCode, message } = failure;
    if (nameInPod === undefined) {
      // Argo's own messages name the exit code: "Error (exit code 75)".
      const code = message.includes("exit code") ? undefined : exitCode;
      parts.add(log, part, isoTime(finishedAt), failedAttemptText(part + 1, code, message));
    } else if (part + 1 < pods.length && parts.has(log, part)) {
      parts.add(log, part, isoTime(finishedAt), `the pod failed and was repeated: ${message}`);
    }
  }
}

function podsOf(logs: readonly PlannedLog[]): LoggedPod[] {
  return [...new Map(logs.flatMap(({ pods }) => pods).map((pod) => [pod.name, pod])).values()];
}

/** Collects what the server refuses. @returns it; undefined if all was read */
async function noting(faults: Set<string>, read: () => Promise<void>): Promise<ServerError | undefined> {
  try {
    await read();
    return undefined;
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    faults.add(error.message);
    return error;
  }
}

function isoTime(time: string | undefined): string | undefined {
  const milliseconds = Date.parse(time ?? "");
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}
