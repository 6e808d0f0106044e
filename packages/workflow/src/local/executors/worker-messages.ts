import type { StepJob } from "../../execution/step-job.js";
import type { StepOutcome } from "./executor.js";

/** What the parent sends to a worker. */
export type ToWorker = { readonly type: "execute"; readonly step: string; readonly job: StepJob };

/**
 * What a worker writes to its standard output and error behind a step: what a step printed comes through pipes, and may
 * arrive after the message that the step has ended.
 */
export const endOfStep = "\u0004end of step\u0004";

/** What a worker sends back. */
export type FromWorker =
  | { readonly type: "log"; readonly line: string }
  | { readonly type: "progress"; readonly done: number; readonly total: number }
  | { readonly type: "ended"; readonly outcome: StepOutcome };
