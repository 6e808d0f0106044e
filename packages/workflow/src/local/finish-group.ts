import { recordedValues } from "./recorded-values.js";
import type { TaskRecord } from "./run-record.js";
import { now, type RunState, update } from "./run-state.js";
import type { TaskOutcome } from "./scope.js";

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
