import { existsSync, mkdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Duration, timerDelay } from "../definition/duration.js";
import { exitCodes } from "../definition/errors.js";
import { omitUndefined } from "../definition/omit-undefined.js";
import type { Step } from "../definition/step.js";
import { mayRetry, waitBefore } from "../execution/retry.js";
import type { StepJob, StepListener } from "../execution/step-job.js";
import { removeAbandoned } from "../files/remove-abandoned.js";
import { artifactChange } from "./artifact-change.js";
import type { StepOutcome } from "./executors/executor.js";
import { finishTask } from "./finish-task.js";
import { recordedValues } from "./recorded-values.js";
import type { Phase, TaskRecord } from "./run-record.js";
import { isStopping, now, type RunState, update } from "./run-state.js";
import type { TaskOutcome } from "./scope.js";
import type { CallRun } from "./task-run.js";
import type { TaskValues } from "./task-value.js";
import { missingOutput, writtenOutputs } from "./written-outputs.js";

type Failed = Exclude<StepOutcome, { kind: "succeeded" }>;

/** Runs a step, with retries as its retry strategy allows, and reads its outputs. */
export async function runStep({
  state,
  step,
  task: { retry, timeout },
  inputs,
  record,
  folder,
}: CallRun & { readonly step: Step }): Promise<TaskOutcome> {
  let last: Failed | undefined;
  const attempts: NonNullable<TaskRecord["attempts"]> = [];
  for (let attempt = 1; ; attempt++) {
    const failedBefore = last;
    // The slot is kept until the result is recorded, so that the next task in the queue sees a failure.
    const ended = await state.slots.run(async (): Promise<TaskOutcome | Failed> => {
      if (isStopping(state))
        return failedBefore === undefined
          ? finishTask(state, record, "Omitted")
          : fail(state, record, failedBefore);
      const startedAt = now();
      if (attempt === 1) {
        const taken = await takeFromCache(state, step, inputs, record, folder);
        if (taken !== undefined) return taken;
      }
      update(state, record, {
        phase: "Running",
        startedAt: record.startedAt ?? startedAt,
        message: undefined,
        inputs: recordedValues(inputs),
      });
      const job = { ...jobOf(inputs), outputs: folder, attempt };
      const outcome = await runAttempt(state, step, job, inputs, timeout, record);
      attempts.push({ startedAt, finishedAt: now(), ...failureOf(outcome) });
      record.attempts = attempts;
      if (outcome.kind === "succeeded") return succeed(state, step, record, folder);
      const exitCode = outcome.kind === "failed" ? outcome.exitCode : undefined;
      const since = Date.parse(attempts[0]?.startedAt ?? startedAt);
      const willRetry = mayRetry(retry, exitCode, attempt, since);
      return willRetry && !isStopping(state) ? outcome : fail(state, record, outcome);
    });
    if ("phase" in ended) return ended;
    last = ended;
    const wait = waitBefore(retry, attempt);
    update(state, record, { message: `attempt ${attempt} failed: ${ended.message}; retry in ${wait} s` });
    await pause(state, wait);
  }
}

/** Waits; returns early if the run is being stopped. */
async function pause(state: RunState, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (let left = seconds * 1000; left > 0 && !isStopping(state); left = end - Date.now()) {
    await sleep(Math.min(left, 100));
  }
}

function jobOf(inputs: TaskValues): Pick<StepJob, "parameters" | "artifacts"> {
  const parameters: Record<string, string> = {};
  const artifacts: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(inputs)) {
    if (value?.kind === "parameter") parameters[name] = value.text;
    else if (value?.kind === "artifact") artifacts[name] = value.artifact.path;
    else if (value?.kind === "list") artifacts[name] = value.artifacts.map((artifact) => artifact.path);
  }
  return { parameters, artifacts };
}

async function runAttempt(
  state: RunState,
  step: Step,
  job: StepJob,
  inputs: TaskValues,
  timeout: Duration | undefined,
  record: TaskRecord,
): Promise<StepOutcome> {
  const changed = await findChanged(inputs);
  if (changed !== undefined) return { kind: "failed", exitCode: exitCodes.contract, message: changed };
  mkdirSync(job.outputs, { recursive: true });
  // Not AbortSignal.timeout: its timer would not keep a process alive.
  const timedOut = new AbortController();
  const timer = timeout === undefined ? undefined : setTimeout(() => timedOut.abort(), timerDelay(timeout));
  const listener: StepListener = {
    log: (line) => state.listener.logged(record, line),
    progress: (done, total) => update(state, record, { progress: `${done}/${total}` }),
  };
  try {
    const signal = AbortSignal.any([state.signal, timedOut.signal]);
    const outcome = await state.executor.execute(step, job, listener, signal);
    if (outcome.kind !== "lost" || !timedOut.signal.aborted || state.signal.aborted) return outcome;
    return { kind: "failed", exitCode: exitCodes.timedOut, message: `timed out after ${timeout}` };
  } finally {
    clearTimeout(timer);
    await removeAbandoned(job.outputs);
  }
}

/** The message about the first artifact whose bytes have changed since it was written; undefined if there is none. */
async function findChanged(inputs: TaskValues): Promise<string | undefined> {
  for (const [name, value] of Object.entries(inputs)) {
    const artifacts =
      value?.kind === "artifact" ? [value.artifact] : value?.kind === "list" ? value.artifacts : [];
    for (const artifact of artifacts) {
      const change = await artifactChange(artifact);
      if (change === undefined) continue;
      const advice = existsSync(artifact.path)
        ? "Run again, and leave the files of a running workflow alone."
        : "Run again.";
      return `input "${name}" (${artifact.path}) ${change} ${advice}`;
    }
  }
  return undefined;
}

function failureOf(outcome: StepOutcome): { exitCode?: number; message?: string } {
  if (outcome.kind === "succeeded") return { exitCode: 0 };
  return outcome.kind === "lost"
    ? { message: outcome.message }
    : { exitCode: outcome.exitCode, message: outcome.message };
}

async function succeed(
  state: RunState,
  step: Step,
  record: TaskRecord,
  folder: string,
): Promise<TaskOutcome> {
  const missing = missingOutput(step.outputs, folder);
  if (missing !== undefined) {
    return fail(state, record, {
      kind: "lost",
      message: `it ended without an error, but did not write its output "${missing}" (process.exit(0)?)`,
    });
  }
  const outputs = await writtenOutputs(step.outputs, folder);
  record.outputs = recordedValues(outputs);
  await state.cache?.ran(step, record);
  update(state, record, { phase: "Succeeded", finishedAt: now() });
  return { phase: "Succeeded", outputs };
}

/** Ends the task with the outputs of an earlier success; undefined if there is none, and the step has to run. */
async function takeFromCache(
  state: RunState,
  step: Step,
  inputs: TaskValues,
  record: TaskRecord,
  folder: string,
): Promise<TaskOutcome | undefined> {
  if (state.cache === undefined) return undefined;
  const startedAt = now();
  state.cache.setKey(step, inputs, record);
  const say = (line: string): void => state.listener.logged(record, line);
  const taken = await state.cache.take(step, record, folder, say);
  if (taken === undefined) return undefined;
  update(state, record, {
    phase: "Succeeded",
    startedAt,
    finishedAt: now(),
    inputs: recordedValues(inputs),
    outputs: recordedValues(taken.outputs),
    cached: taken.cached,
  });
  return { phase: "Succeeded", outputs: taken.outputs };
}

function fail(state: RunState, record: TaskRecord, outcome: Failed): TaskOutcome {
  const interrupted = state.signal.aborted;
  if (!interrupted && outcome.kind === "failed" && outcome.exitCode === exitCodes.unavailable) {
    state.incomplete = true;
    update(state, record, { phase: "Incomplete", message: outcome.message, finishedAt: now() });
    return { phase: "Suspended", outputs: {} };
  }
  if (!interrupted) state.failed = true;
  const phase: Phase = interrupted ? "Interrupted" : outcome.kind === "lost" ? "Error" : "Failed";
  const message = interrupted ? "stopped" : withExitCode(outcome);
  update(state, record, { phase, message, finishedAt: now(), ...originOf(outcome) });
  return { phase, outputs: {} };
}

function withExitCode(outcome: Failed): string {
  if (outcome.kind === "lost" || outcome.exitCode === 1) return outcome.message;
  const code = `exit code ${outcome.exitCode}`;
  return outcome.message.endsWith(code) ? outcome.message : `${outcome.message} (${code})`;
}

function originOf(outcome: Failed): Pick<TaskRecord, "stack" | "at"> {
  if (outcome.kind === "lost") return {};
  return omitUndefined({ stack: outcome.stack, at: outcome.at });
}
