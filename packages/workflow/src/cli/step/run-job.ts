import { mkdirSync, writeFileSync } from "node:fs";
import { printableLines } from "@tiphys/argo-lint/text";
import { exitCodeOf, exitCodes, UserError } from "../../definition/errors.js";
import type { Step } from "../../definition/step.js";
import { executeStep } from "../../execution/execute-step.js";
import type { StepJob, StepListener } from "../../execution/step-job.js";
import { printLine } from "./print-line.js";

/** Node's own exit code for a program whose top-level await never settles. */
const unsettledAwait = 13;

/** Runs a step, with its logs on standard output and errors on standard error. @returns the exit code */
export async function runJob(step: Step, job: StepJob, verbose: boolean): Promise<number> {
  const onIdle = (): void => {
    console.error(`${step.name}: it awaits something that never settles.`);
    process.exitCode = unsettledAwait;
  };
  process.once("beforeExit", onIdle);
  try {
    makeOutputs(job.outputs);
    await executeStep(step, job, listener(), new AbortController().signal);
    return exitCodes.succeeded;
  } catch (error) {
    report(step, error, verbose);
    return exitCodeOf(error);
  } finally {
    process.off("beforeExit", onIdle);
  }
}

function makeOutputs(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new UserError(
      `The outputs directory ${directory} cannot be created (${error instanceof Error ? error.message : error}). ` +
        "Choose another with --outputs DIRECTORY.",
    );
  }
}

function listener(): StepListener {
  const progressFile = process.env.ARGO_PROGRESS_FILE;
  return {
    log: printLine,
    progress: (done, total) => {
      if (progressFile !== undefined) writeFileSync(progressFile, `${done}/${total}\n`);
    },
  };
}

/** Prints the message last, where logs are searched for it and where the parent process reads it. */
function report(step: Step, error: unknown, verbose: boolean): void {
  const debug = verbose || (process.env.DEBUG ?? "") !== "";
  if (error instanceof Error && (debug || !(error instanceof UserError)))
    console.error(printableLines(error.stack ?? ""));
  const message = error instanceof Error ? error.message || error.name : String(error);
  console.error(printableLines(`${step.name}: ${message}`));
}
