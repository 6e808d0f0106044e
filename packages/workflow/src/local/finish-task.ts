import { omitUndefined } from "../definition/omit-undefined.js";
import { recordedValues } from "./recorded-values.js";
import type { Phase, TaskRecord } from "./run-record.js";
import { now, type RunState, update } from "./run-state.js";
import type { TaskOutcome } from "./scope.js";

/** Ends a task that does not run. */
export function finishTask(state: RunState, record: TaskRecord, phase: Phase, message?: string): TaskOutcome {
  update(state, record, { phase, ...omitUndefined({ message }) });
  return { phase, outputs: {} };
}

/** Ends a task that could not be run. */
export function failTask(state: RunState, record: TaskRecord, message: string): TaskOutcome {
  state.failed = true;
  update(state, record, { phase: "Error", message, finishedAt: now() });
  return { phase: "Error", outputs: {} };
}

/** Records the result of a task that consists of other tasks, and returns the result. */
export function finishGroup(
  state: RunState,
  record: TaskRecord,
  children: readonly TaskRecord[],
  result: TaskOutcome,
): TaskOutcome {
  const { phase } = result;
  const failed = children.find((child) => child.phase === "Failed" || child.phase === "Error");
  update(state, record, {
    phase,
    ...(phase === "Suspended" || phase === "Pending" ? {} : { finishedAt: now() }),
    ...(failed === undefined || phase === "Succeeded" ? {} : { message: `child '${failed.name}' failed` }),
    ...(phase === "Succeeded" ? { outputs: recordedValues(result.outputs) } : {}),
  });
  return result;
}

const worstFirst: readonly Phase[] = ["Error", "Failed", "Interrupted", "Suspended", "Pending", "Omitted"];

/** The phase of a group whose members ended in these phases. At least one of them did not succeed. */
export function worstPhase(phases: readonly Phase[]): Phase {
  const found = worstFirst.find((phase) => phases.includes(phase)) ?? "Failed";
  return found === "Error" ? "Failed" : found;
}
