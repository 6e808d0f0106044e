/**
 * Runs `work` for every item, at most `count` at a time. The first failure aborts the running calls and starts no new ones.
 * @param given aborts all calls
 * @throws the first error, after all calls have settled
 */
export async function forEachConcurrent<T>(
  items: readonly T[],
  count: number,
  given: AbortSignal | undefined,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController();
  const signal = given === undefined ? failed.signal : AbortSignal.any([given, failed.signal]);
  let first: { readonly error: unknown } | undefined;
  // Shared by all workers.
  const pending = items.values();
  const worker = async (): Promise<void> => {
    try {
      for (const item of pending) {
        signal.throwIfAborted();
        await work(item, signal);
      }
    } catch (error) {
      first ??= { error };
      failed.abort();
    }
  };
  await Promise.all(Array.from({ length: Math.min(count, items.length) }, worker));
  if (first !== undefined) throw first.error;
}
