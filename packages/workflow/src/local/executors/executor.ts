import type { Step } from "../../definition/step.js";
import type { StepJob, StepListener } from "../../execution/step-job.js";

/** How a step ended. `lost`: its process is gone without an exit code, as when a pod is killed. */
export type StepOutcome =
  | { readonly kind: "succeeded" }
  | { readonly kind: "failed"; readonly exitCode: number; readonly message: string; readonly stack?: string }
  | { readonly kind: "lost"; readonly message: string };

/** A way to run steps. */
export interface StepExecutor {
  /**
   * Runs one step and tells how it ended; does not reject for what a step does.
   * @param signal when aborted the step is to end at once, by force where it can be
   */
  execute(step: Step, job: StepJob, listener: StepListener, signal: AbortSignal): Promise<StepOutcome>;
  /** Ends what is kept warm. */
  close(): Promise<void>;
}
