import type { StepJob } from "../../execution/step-job.js";
import type { StepOutcome } from "./executor.js";

/** A message from the parent to a worker. */
export type ToWorker = { readonly type: "execute"; readonly step: string; readonly job: StepJob };

/**
 * Marker that a worker writes to its standard output and error after a step. The step's output passes through pipes and may
 * arrive after the message that the step has ended.
 */
export const endOfStep = "\u0004end of step\u0004";

/** A message from a worker to the parent. */
export type FromWorker =
  | { readonly type: "log"; readonly lines: readonly string[] }
  | { readonly type: "progress"; readonly done: number; readonly total: number }
  | { readonly type: "ended"; readonly outcome: StepOutcome };
