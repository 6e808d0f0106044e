const interval = 250;

/**
 * A function that is called often with the bytes read of a file, and passes them on four times a second: never for a file
 * that is read in less time.
 */
export function readProgress(
  onProgress: ((done: number, total: number) => void) | undefined,
  total: number,
): ((done: number) => void) | undefined {
  if (onProgress === undefined) return undefined;
  let next = Date.now() + interval;
  let hasBegun = false;
  return (done) => {
    const now = Date.now();
    if (now < next && !(hasBegun && done === total)) return;
    next = now + interval;
    hasBegun = true;
    onProgress(done, total);
  };
}
