import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { eventStream } from "./event-stream.js";
import { grepPattern } from "./grep-pattern.js";
import type { Http } from "./http.js";
import { LogDeduplicator, stampedLine } from "./log-deduplicator.js";
import { RetryDeadline } from "./retry-deadline.js";
import { isTransient } from "./server-error.js";
import { readWorkflow } from "./watch-workflow.js";
import { isFinished } from "./workflow.js";

/** A line of a pod's log. */
export interface LogLine {
  readonly podName: string;
  readonly content: string;
}

export interface LogOptions {
  /** Continues until the workflow has finished. */
  readonly follow?: boolean;
  /** Only lines of this pod. */
  readonly podName?: string;
  /** Default: `main`. */
  readonly container?: string;
  /** Only lines that match this regular expression; the prefix `(?i)` ignores case. */
  readonly grep?: string;
  /** Only pods that match this label selector. */
  readonly selector?: string;
  /** Only lines of the last number of seconds. */
  readonly sinceSeconds?: number;
  /** Only the last number of lines of each pod. */
  readonly tailLines?: number;
  /** Prefixes each line with its time. */
  readonly timestamps?: boolean;
  readonly signal?: AbortSignal;
}

/** A stream that stayed open for this long counts as working even without lines, in milliseconds. */
const healthyAfter = 150_000;

const entrySchema = z.looseObject({ content: z.string().default(""), podName: z.string().default("") });

/**
 * Yields the log lines of a workflow's pods. If the stream is lost, it is opened again; lines are requested with their times, so
 * that no line is yielded twice.
 *
 * @param name a workflow, or `@latest` for the most recent one at the time of the call
 * @throws {UsageError} if `grep` is not a regular expression
 * @throws {ServerError} if the server rejects the request
 * @throws {UnreachableError} if the server cannot be reached for five minutes
 */
export async function* followLogs(
  http: Http,
  namespace: string,
  name: string,
  options: LogOptions,
): AsyncGenerator<LogLine> {
  const { follow = false, timestamps = false, grep, signal } = options;
  const pattern = grep === undefined ? undefined : grepPattern(grep);
  const start = Date.now();
  const yielded = new Map<string, LogDeduplicator>();
  const deadline = new RetryDeadline();
  let workflow = name;
  let pause = 250;
  for (;;) {
    let opened = Number.POSITIVE_INFINITY;
    try {
      if (workflow.startsWith("@")) {
        workflow = (await readWorkflow(http, namespace, name, signal)).metadata.name;
      }
      // Read before the stream: a stream that ends while the workflow still runs may have ended too early.
      const final = !follow || isFinished(await readWorkflow(http, namespace, workflow, signal));
      for (const lines of yielded.values()) lines.resume();
      opened = Date.now();
      for await (const { podName, content } of stream(
        http,
        namespace,
        workflow,
        streamOptions(options, yielded, start),
      )) {
        deadline.renew();
        pause = 250;
        const { time, text } = stampedLine(content);
        const lines = yielded.get(podName) ?? new LogDeduplicator();
        yielded.set(podName, lines);
        if (!lines.isNew(content, time)) continue;
        const line = timestamps ? content : text;
        if (pattern === undefined || pattern.test(line)) yield { podName, content: line };
      }
      if (final) return;
    } catch (error) {
      if (Date.now() - opened > healthyAfter) deadline.renew();
      if (signal?.aborted || !isTransient(error) || deadline.isOver()) throw error;
    }
    await sleep(pause, undefined, { signal });
    pause = Math.min(pause * 2, 5000);
  }
}

/** The options of a stream. After a reconnection it requests more lines than the caller, so that none written in between is lost. */
function streamOptions(
  options: LogOptions,
  yielded: ReadonlyMap<string, LogDeduplicator>,
  start: number,
): LogOptions {
  if (yielded.size === 0) return options;
  const { tailLines: _, sinceSeconds, ...rest } = options;
  if (sinceSeconds === undefined) return rest;
  return { ...rest, sinceSeconds: sinceSeconds + Math.ceil((Date.now() - start) / 1000) };
}

async function* stream(
  http: Http,
  namespace: string,
  name: string,
  { follow, podName, container = "main", selector, sinceSeconds, tailLines, signal }: LogOptions,
): AsyncGenerator<LogLine> {
  const number = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : String(value);
  const messages = eventStream(http, {
    path: `/api/v1/workflows/${encodeURIComponent(namespace)}/${encodeURIComponent(name)}/log`,
    query: {
      "logOptions.container": container,
      "logOptions.follow": follow === true ? "true" : undefined,
      "logOptions.timestamps": "true",
      "logOptions.sinceSeconds": number(sinceSeconds),
      "logOptions.tailLines": number(tailLines),
      podName,
      selector,
    },
    what: `The logs of ${name} cannot be read`,
    ...omitUndefined({ signal }),
  });
  for await (const message of messages) {
    const entry = entrySchema.safeParse(message);
    if (entry.success) yield entry.data;
  }
}
