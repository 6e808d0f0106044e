import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { UsageError } from "../../definition/errors.js";
import { inputsFolder, outputsFolder } from "../../definition/pod-paths.js";
import type { PodPlan, StepReport } from "../../definition/pod-plan.js";
import { parametersFolder } from "../../definition/port-files.js";
import { exitCode } from "../process/exit-code.js";
import { reportError } from "../process/report-error.js";
import type { SharedPodCall } from "../step/pod-call.js";
import { printLine } from "../step/print-line.js";
import { readPlan } from "./read-plan.js";
import { runPlannedStep } from "./run-planned-step.js";

/** The output parameter that reports the steps. */
const reportFile = "steps";

/** Runs the steps of a pod one after the other, up to the first that fails, and sets its exit code. */
export async function runPod({ file, flags }: SharedPodCall): Promise<void> {
  const stopped = new AbortController();
  let stoppedBy: NodeJS.Signals | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    stoppedBy ??= signal;
    stopped.abort();
  };
  process.on("SIGTERM", stop).on("SIGINT", stop);
  const scratch = mkdtempSync(join(tmpdir(), "tiphys-steps-"));
  try {
    const folders = {
      inputs: resolve(flags.inputs ?? inputsFolder),
      outputs: resolve(flags.outputs ?? outputsFolder),
      scratch,
    };
    const code = await runSteps(readPlan(file), folders, stopped.signal);
    process.exitCode = stoppedBy === undefined ? code : 128 + constants.signals[stoppedBy];
  } catch (error) {
    reportError(error, false);
    process.exitCode = error instanceof UsageError ? exitCode.usage : exitCode.failed;
  } finally {
    process.off("SIGTERM", stop).off("SIGINT", stop);
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function runSteps(
  plan: PodPlan,
  folders: { readonly inputs: string; readonly outputs: string; readonly scratch: string },
  signal: AbortSignal,
): Promise<number> {
  mkdirSync(join(folders.outputs, parametersFolder), { recursive: true });
  const reports = new Map<string, StepReport>();
  const report = (one: StepReport): void => {
    reports.set(one.task, one);
    const path = join(folders.outputs, parametersFolder, reportFile);
    writeFileSync(path, JSON.stringify([...reports.values()]));
  };
  for (const [i, step] of plan.steps.entries()) {
    const listener = {
      line: (text: string, stream: "stdout" | "stderr") => print(step.task, text, stream),
      progress: (done: number, total: number) => showProgress(i + done / total, plan.steps.length),
    };
    const repeated = Number(process.env.STEP_RETRIES ?? 0);
    const code = await runPlannedStep(step, { plan, folders, repeated, report, listener, signal });
    if (code !== 0) return code;
    showProgress(i + 1, plan.steps.length);
  }
  return 0;
}

/** Prints a line of a step after its task's name, with which an error begins already. */
function print(task: string, text: string, stream: "stdout" | "stderr"): void {
  const prefix = `${task}: `;
  const line = text.startsWith(prefix) ? text : `${prefix}${text}`;
  if (stream === "stdout") printLine(line);
  else console.error(line);
}

/** Reports the progress of the whole pod, in percent of a step. */
function showProgress(done: number, steps: number): void {
  const file = process.env.ARGO_PROGRESS_FILE;
  if (file === undefined || !Number.isFinite(done)) return;
  writeFileSync(file, `${Math.floor(done * 100)}/${steps * 100}\n`);
}
