import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { timerDelay } from "../../definition/duration.js";
import { exitCodes } from "../../definition/errors.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import type { PlannedStep, PodPlan, StepReport } from "../../definition/pod-plan.js";
import { mayRetry, waitBefore } from "../../execution/retry.js";
import { linkInputs, type PodFolders, takeOutputs } from "./pod-folders.js";
import { type AttemptListener, type Ended, runAttempt } from "./run-attempt.js";

/** The pod in which steps run one after the other. */
export interface Pod {
  readonly plan: PodPlan;
  readonly folders: PodFolders;
  /** How often the pod as a whole was repeated. */
  readonly repeated: number;
  /** Receives what has happened to the step so far. */
  report(report: StepReport): void;
  readonly listener: AttemptListener;
  readonly signal: AbortSignal;
}

/**
 * Runs a step of a pod, again after a failure if its retries allow it. A step that was killed is not tried here: its exit code
 * lets Argo repeat the pod.
 * @returns the exit code of the last attempt
 */
export async function runPlannedStep(step: PlannedStep, pod: Pod): Promise<number> {
  const { folders, listener, signal, repeated } = pod;
  const outputs = join(folders.outputs, step.task);
  const progressFile = join(folders.scratch, `${step.task}-progress`);
  const attempts: StepReport["attempts"][number][] = [];
  const report = (phase: StepReport["phase"]): void => pod.report({ task: step.task, phase, attempts });
  report("Running");
  for (let attempt = repeated + 1; ; attempt++) {
    const startedAt = new Date().toISOString();
    const linked = linkInputs(step, pod.plan, folders);
    const call = ["step", step.step, linked.parameters, "--inputs", linked.inputs, "--outputs", outputs];
    rmSync(progressFile, { force: true });
    mkdirSync(outputs, { recursive: true });
    const ended = await runAttempt(
      {
        args: [...process.execArgv, process.argv[1] ?? "", ...call],
        env: { ...process.env, ARGO_PROGRESS_FILE: progressFile, STEP_RETRIES: String(attempt - 1) },
        progressFile,
        ...omitUndefined({ timeout: step.timeout && timerDelay(step.timeout) }),
      },
      listener,
      signal,
    );
    const exitCode = ended.timedOut ? exitCodes.timedOut : ended.exitCode;
    const message = messageOf(ended, step);
    attempts.push({
      startedAt,
      finishedAt: new Date().toISOString(),
      exitCode,
      ...omitUndefined({ message }),
    });
    if (message !== undefined) listener.line(message, "stderr");
    if (exitCode === exitCodes.succeeded) {
      takeOutputs(step.task, outputs, folders.outputs);
      report("Succeeded");
      return exitCode;
    }
    rmSync(outputs, { recursive: true, force: true });
    const first = Date.parse(attempts[0]?.startedAt ?? startedAt);
    if (exitCode > 128 || signal.aborted || !mayRetry(step.retry, exitCode, attempt, first)) {
      report("Failed");
      return exitCode;
    }
    const wait = waitBefore(step.retry, attempt);
    listener.line(`attempt ${attempt} failed with exit code ${exitCode}; retry in ${wait} s`, "stderr");
    report("Running");
    // Rejects if the pod is being stopped; the next attempt then ends at once.
    await sleep(wait * 1000, undefined, { signal }).catch(() => {});
  }
}

/** What the step itself could not say. */
function messageOf({ timedOut, killedBy }: Ended, { timeout }: PlannedStep): string | undefined {
  if (timedOut) return `timed out after ${timeout}`;
  return killedBy === undefined ? undefined : `its process was ended by ${killedBy}`;
}
