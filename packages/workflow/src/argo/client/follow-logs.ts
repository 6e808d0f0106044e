import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { eventStream } from "./event-stream.js";
import { grepPattern } from "./grep-pattern.js";
import type { Http } from "./http.js";
import { LogDeduplicator, stampedLine } from "./log-deduplicator.js";
import { RetryDeadline } from "./retry-deadline.js";
import { isTransient } from "./server-error.js";
import { readWorkflow } from "./watch-workflow.js";
import { isFinished } from "./workflow.js";

/** One line that a pod has written. */
export interface LogLine {
  readonly podName: string;
  readonly content: string;
}

export interface LogOptions {
  /** Goes on until the workflow has finished. */
  readonly follow?: boolean;
  /** Only of this pod. */
  readonly podName?: string;
  /** `main` where left out. */
  readonly container?: string;
  /** Only lines in which this regular expression is found; `(?i)` before it takes capitals for small letters. */
  readonly grep?: string;
  /** Only pods with these labels. */
  readonly selector?: string;
  /** Only lines of the last so many seconds. */
  readonly sinceSeconds?: number;
  /** Only so many lines of each pod, from its end. */
  readonly tailLines?: number;
  /** Puts the time before each line. */
  readonly timestamps?: boolean;
  readonly signal?: AbortSignal;
}

/** A stream that held for so long was a good one, although nobody wrote anything; in milliseconds. */
const quietTime = 150_000;

const entrySchema = z.looseObject({ content: z.string().default(""), podName: z.string().default("") });

/**
 * The lines of a workflow's pods. A stream that breaks is begun again; lines carry their times on the way, so that those
 * which were told already are not told again.
 *
 * @param name or `@latest`: the one that is the youngest now
 * @throws {UsageError} where `grep` is no regular expression
 * @throws {ServerError} where the server refuses it
 * @throws {UnreachableError} where the server stays away for five minutes
 */
export async function* followLogs(
  http: Http,
  namespace: string,
  name: string,
  options: LogOptions,
): AsyncGenerator<LogLine> {
  const { follow = false, timestamps = false, grep, signal } = options;
  const pattern = grep === undefined ? undefined : grepPattern(grep);
  const begun = Date.now();
  const told = new Map<string, LogDeduplicator>();
  const patience = new RetryDeadline();
  let meant = name;
  let pause = 250;
  for (;;) {
    let opened = Number.POSITIVE_INFINITY;
    try {
      if (meant.startsWith("@")) {
        meant = (await readWorkflow(http, namespace, name, signal)).metadata.name;
      }
      // Asked before the stream: one that ends while the workflow still runs may have ended too early.
      const final = !follow || isFinished(await readWorkflow(http, namespace, meant, signal));
      for (const lines of told.values()) lines.resume();
      opened = Date.now();
      for await (const { podName, content } of stream(http, namespace, meant, restOf(options, told, begun))) {
        patience.renew();
        pause = 250;
        const { time, text } = stampedLine(content);
        const lines = told.get(podName) ?? new LogDeduplicator();
        told.set(podName, lines);
        if (!lines.isNew(content, time)) continue;
        const shown = timestamps ? content : text;
        if (pattern === undefined || pattern.test(shown)) yield { podName, content: shown };
      }
      if (final) return;
    } catch (error) {
      if (Date.now() - opened > quietTime) patience.renew();
      if (signal?.aborted || !isTransient(error) || patience.isOver()) throw error;
    }
    await sleep(pause, undefined, { signal });
    pause = Math.min(pause * 2, 5000);
  }
}

/** What a stream is asked for: once lines were told, more than was asked for, or those would be lost that came meanwhile. */
function restOf(options: LogOptions, told: ReadonlyMap<string, LogDeduplicator>, begun: number): LogOptions {
  if (told.size === 0) return options;
  const { tailLines: _, sinceSeconds, ...rest } = options;
  if (sinceSeconds === undefined) return rest;
  return { ...rest, sinceSeconds: sinceSeconds + Math.ceil((Date.now() - begun) / 1000) };
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
    ...(signal === undefined ? {} : { signal }),
  });
  for await (const message of messages) {
    const entry = entrySchema.safeParse(message);
    if (entry.success) yield entry.data;
  }
}
