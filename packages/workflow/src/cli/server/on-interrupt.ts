import { exitCode } from "../exit-code.js";

/**
 * A signal that Ctrl-C (SIGINT) or SIGTERM aborts. A second Ctrl-C ends the process immediately.
 * @returns the signal, and a function that removes the handlers
 */
export function onInterrupt(): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const release = (): void => {
    process.removeListener("SIGINT", abort).removeListener("SIGTERM", abort);
  };
  const abort = (): void => {
    release();
    controller.abort();
  };
  process.on("SIGINT", abort).on("SIGTERM", abort);
  return { signal: controller.signal, release };
}

/**
 * Watches a workflow until Ctrl-C, which only stops watching: a message says so, and the exit code is 130.
 * @param watch returns the exit code if it is not interrupted
 */
export async function untilInterrupted(
  workflow: string,
  watch: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const { signal, release } = onInterrupt();
  try {
    return await watch(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    console.error(
      `\nNo longer watching ${workflow}; it continues. Watch it again with: watch ${workflow}. Stop it with: stop ${workflow}`,
    );
    return exitCode.interrupted;
  } finally {
    release();
  }
}
