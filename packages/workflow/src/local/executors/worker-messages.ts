import type { StepJob } from "../../execution/step-job.js";
import type { StepOutcome } from "./executor.js";

/** What the parent sends to a worker. */
export type ToWorker = { readonly type: "execute"; readonly step: string; readonly job: StepJob };

/** What a worker sends back. */
export type FromWorker =
  | { readonly type: "log"; readonly line: string }
  | { readonly type: "progress"; readonly done: number; readonly total: number }
  | { readonly type: "ended"; readonly outcome: StepOutcome };
