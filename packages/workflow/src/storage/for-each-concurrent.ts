/**
 * Works on all items, on a few at once. After the first failure nothing new is begun, and what is on its way is told to stop.
 * @throws what failed first, when everything has ended
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
  // All workers take from this one.
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    try {
      for (const item of waiting) {
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
