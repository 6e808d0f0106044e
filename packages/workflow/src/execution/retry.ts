import { durationSeconds } from "../definition/duration.js";
import { isRetried } from "../definition/errors.js";
import type { Retry } from "../definition/task-options.js";

/**
 * Whether a step is tried again.
 * @param exitCode of the last attempt; undefined if its process was lost
 * @param attempt the number of the last attempt, from 1
 * @param startedAt when the first attempt started, in milliseconds since 1970
 */
export function mayRetry(
  retry: Retry | undefined,
  exitCode: number | undefined,
  attempt: number,
  startedAt: number,
): boolean {
  if (retry === undefined || attempt > retry.limit || !isRetried(exitCode)) return false;
  const limit = retry.backoff?.maxDuration;
  const next = Date.now() + waitBefore(retry, attempt) * 1000;
  return limit === undefined || next <= startedAt + durationSeconds(limit) * 1000;
}

/** Seconds to wait after an attempt. */
export function waitBefore(retry: Retry | undefined, attempt: number): number {
  const backoff = retry?.backoff;
  return backoff === undefined
    ? 0
    : durationSeconds(backoff.duration) * (backoff.factor ?? 1) ** (attempt - 1);
}
