import { exitCodeOf, UserError } from "../../definition/errors.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import type { Step } from "../../definition/step.js";
import { errorLocation } from "../../execution/error-location.js";
import { withSourcePositions } from "../../execution/source-positions.js";
import type { StepJob, StepListener } from "../../execution/step-job.js";

/** How a step ended. `lost`: its process ended without an exit code, for example because a pod was killed. */
export type StepOutcome =
  | { readonly kind: "succeeded" }
  | {
      readonly kind: "failed";
      readonly exitCode: number;
      readonly message: string;
      readonly stack?: string;
      /** Where in the project's files an unexpected error comes from: `src/steps/train.ts:12:5`. */
      readonly at?: string;
    }
  | { readonly kind: "lost"; readonly message: string };

/** The outcome of a step that threw this error. */
export function outcomeOfError(error: unknown): StepOutcome & { readonly kind: "failed" } {
  const exitCode = exitCodeOf(error);
  if (!(error instanceof Error)) return { kind: "failed", exitCode, message: String(error) };
  const origin = error instanceof UserError || error.stack === undefined ? {} : originOf(error.stack);
  return { kind: "failed", exitCode, message: error.message || error.name, ...origin };
}

/** A stack with positions in the sources, and the innermost of them that is in the project's files. */
export function originOf(stack: string): { readonly stack: string; readonly at?: string } {
  return { stack: withSourcePositions(stack), ...omitUndefined({ at: errorLocation(stack) }) };
}

/** A way to run steps. */
export interface StepExecutor {
  /** The image in which it runs steps, for the run's record. Undefined: steps run on this machine. */
  readonly image?: string;
  /**
   * Runs one step and returns how it ended. Does not reject if the step fails.
   * @param signal if aborted, the step must end at once; it is killed where possible
   */
  execute(step: Step, job: StepJob, listener: StepListener, signal: AbortSignal): Promise<StepOutcome>;
  /** Ends all processes of the executor. */
  close(): Promise<void>;
}
