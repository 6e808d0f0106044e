import { executeStep } from "../../execution/execute-step.js";
import { outcomeOfError, type StepExecutor } from "./executor.js";

/**
 * Runs steps in this process, for notebooks and tests. Artifacts are still written to files and read from them. A step that
 * never awaits cannot be stopped.
 */
export function inProcessExecutor(): StepExecutor {
  return {
    async execute(step, job, listener, signal) {
      if (signal.aborted) return { kind: "lost", message: "stopped" };
      let onAbort = (): void => {};
      const stopped = new Promise<never>((_, reject) => {
        onAbort = () => reject(new Error("stopped"));
        signal.addEventListener("abort", onAbort, { once: true });
      });
      try {
        await Promise.race([executeStep(step, job, listener, signal), stopped]);
        return { kind: "succeeded" };
      } catch (error) {
        return signal.aborted ? { kind: "lost", message: "stopped" } : outcomeOfError(error);
      } finally {
        signal.removeEventListener("abort", onAbort);
      }
    },
    async close() {},
  };
}
