import { setTimeout as sleep } from "node:timers/promises";
import { classifyError, isClockSkew, isTransientS3Error } from "./classify-error.js";

export interface RetryOptions {
  /** How long passing faults are borne, in milliseconds. Read anew after each fault. */
  readonly milliseconds: () => number;
  readonly signal?: AbortSignal | undefined;
}

/** The first wait, in milliseconds; each further one is twice as long, up to the longest. */
const firstWait = 100;
const longestWait = 5000;

/**
 * Does something again while it fails by a passing fault, with longer and longer waits between; and once at once where this
 * machine's clock was wrong, as the SDK has learned the right time.
 * @param work is told a function to be called where it got on: patience begins anew then
 * @throws what the last attempt threw
 */
export async function withRetries<T>(
  { milliseconds, signal }: RetryOptions,
  work: (onProgress: () => void) => Promise<T>,
): Promise<T> {
  let begun = Date.now();
  let wait = firstWait;
  let isClockSet = false;
  const onProgress = (): void => {
    begun = Date.now();
    wait = firstWait;
  };
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await work(onProgress);
    } catch (error) {
      signal?.throwIfAborted();
      // Half of it by chance: many that failed together come back one by one.
      const pause = wait * (0.5 + Math.random() / 2);
      const fault = classifyError(error);
      if (isClockSkew(fault) && !isClockSet) {
        isClockSet = true;
        continue;
      }
      if (!isTransientS3Error(fault) || Date.now() + pause - begun > milliseconds()) throw error;
      await sleep(pause, undefined, signal === undefined ? {} : { signal });
      wait = Math.min(wait * 2, longestWait);
    }
  }
}
