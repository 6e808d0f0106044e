import { UsageError } from "../../definition/errors.js";
import type { Step } from "../../definition/step.js";
import { exitCode } from "../process/exit-code.js";
import { reportError } from "../process/report-error.js";
import type { PodCall } from "./pod-call.js";
import { jobOfPod } from "./pod-job.js";
import { runJob } from "./run-job.js";

/**
 * Runs the step of a pod's call and sets the process's exit code.
 * @param chosen returns the step; its errors are reported as well
 */
export async function runPodCall({ file, flags }: PodCall, chosen: () => Step): Promise<void> {
  try {
    const step = chosen();
    process.exitCode = await runJob(step, jobOfPod(step, file, flags), false);
  } catch (error) {
    reportError(error, false);
    process.exitCode = error instanceof UsageError ? exitCode.usage : exitCode.failed;
  }
}
