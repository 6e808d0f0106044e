import { exitCode } from "../process/exit-code.js";
import { onInterrupt } from "../process/on-interrupt.js";

/**
 * Watches a workflow until Ctrl-C, which only stops watching: a message says so, and the exit code is 130.
 * @param watch returns the exit code if it is not interrupted
 */
export async function untilInterrupted(
  workflow: string,
  watch: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const { signal, release } = onInterrupt({ endsAtSecond: true });
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
