import { setTimeout as sleep } from "node:timers/promises";
import { classifyError, isClockSkew, isTransientS3Error } from "./classify-error.js";

export interface RetryOptions {
  /** How long transient errors are retried, in milliseconds. Called after each error. */
  readonly milliseconds: () => number;
  readonly signal?: AbortSignal | undefined;
}

/** The first delay, in milliseconds; each further one is twice as long, up to the maximum. */
const firstDelay = 100;
const maxDelay = 5000;

/**
 * Retries `work` after transient errors, with exponential backoff; and once immediately after a clock error, because the SDK has
 * learned the right time.
 * @param work calls `onProgress` after each received part; the retry deadline starts again
 * @throws the error of the last attempt
 */
export async function withRetries<T>(
  { milliseconds, signal }: RetryOptions,
  work: (onProgress: () => void) => Promise<T>,
): Promise<T> {
  let start = Date.now();
  let delay = firstDelay;
  let isClockSet = false;
  const onProgress = (): void => {
    start = Date.now();
    delay = firstDelay;
  };
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await work(onProgress);
    } catch (error) {
      signal?.throwIfAborted();
      // Half of it is random: many clients that failed together retry at different times.
      const pause = delay * (0.5 + Math.random() / 2);
      const fault = classifyError(error);
      if (isClockSkew(fault) && !isClockSet) {
        isClockSet = true;
        continue;
      }
      if (!isTransientS3Error(fault) || Date.now() + pause - start > milliseconds()) throw error;
      await sleep(pause, undefined, signal === undefined ? {} : { signal });
      delay = Math.min(delay * 2, maxDelay);
    }
  }
}
