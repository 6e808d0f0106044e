import type { Step } from "../../definition/step.js";
import type { PodCall } from "./pod-call.js";
import { runPodCall } from "./run-pod-call.js";

/** What the program of one step gives to the image's starter. */
export interface StepProgram {
  run(call: PodCall): Promise<void>;
}

/** Makes the program of one step, which holds that step and what it needs, and no other part of the project. */
export function stepProgram(step: Step): StepProgram {
  return { run: (call) => runPodCall(call, () => step) };
}
