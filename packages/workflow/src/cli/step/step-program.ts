import type { Step } from "../../definition/step.js";
import type { PodCall } from "./pod-call.js";
import { runPodCall } from "./run-pod-call.js";

/** What the program of one step exports to the image's entrypoint. */
export interface StepProgram {
  run(call: PodCall): Promise<void>;
}

/** The program of one step, bundled with only what that step needs. */
export function stepProgram(step: Step): StepProgram {
  return { run: (call) => runPodCall(call, () => step) };
}
