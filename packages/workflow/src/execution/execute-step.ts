import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { asUserError } from "../definition/errors.js";
import type { Inputs, InputValues } from "../definition/port.js";
import type { Step, StepContext } from "../definition/step.js";
import { removeAbandonedSync } from "../files/remove-abandoned.js";
import { tempSibling } from "../files/temp-name.js";
import { readInputs } from "./read-inputs.js";
import type { StepJob, StepListener } from "./step-job.js";
import { publishOutputs, writeOutputs } from "./write-outputs.js";

/**
 * Runs one step: reads and checks its inputs, calls its function, checks and writes its outputs. Used by workers, separate
 * processes and pods alike.
 *
 * Outputs are written to a staging directory and renamed at the end, so that a step that dies leaves no partial output.
 * @param signal when aborted, outputs are no longer published
 * @throws {ContractError} if an input or output breaks its contract; also throws whatever the step throws
 */
export async function executeStep(
  step: Step,
  job: StepJob,
  listener: StepListener,
  signal: AbortSignal,
): Promise<void> {
  removeAbandonedSync(job.outputs);
  // A unique name: an abandoned attempt, or another process with the same outputs, may still be writing.
  const staging = tempSibling(join(job.outputs, "staging"));
  mkdirSync(staging, { recursive: true });
  try {
    const inputs = await readInputs(step.inputs, job);
    const returned = await runStep(step, inputs, contextOf(job, listener, signal, staging));
    await writeOutputs(step.outputs, returned, staging);
    signal.throwIfAborted();
    publishOutputs(staging, job.outputs);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

async function runStep(step: Step, inputs: InputValues<Inputs>, context: StepContext): Promise<unknown> {
  try {
    return await step.run(inputs, context);
  } catch (error) {
    throw asUserError(error);
  }
}

function contextOf(job: StepJob, listener: StepListener, signal: AbortSignal, staging: string): StepContext {
  return {
    log: (message) => {
      for (const line of message.split("\n")) listener.log(line);
    },
    progress: (done, total) => listener.progress(done, total),
    signal,
    attempt: job.attempt,
    get scratch() {
      const scratch = join(staging, ".scratch");
      mkdirSync(scratch, { recursive: true });
      return scratch;
    },
  };
}
