import { join } from "node:path";
import type { RepeatTask } from "../definition/graph.js";
import { finishGroup } from "./finish-task.js";
import type { Phase, TaskRecord } from "./run-record.js";
import { isStopping, now, update } from "./run-state.js";
import { bindWiring, conditionHolds, type RunScope, type TaskOutcome } from "./scope.js";
import type { CallRun, TaskRun } from "./task-run.js";

/**
 * Runs a task in rounds, until its condition holds or the maximum number of rounds is reached.
 * @param runOnce runs one round
 */
export async function runRepeat(
  { state, task, scope, record, folder }: TaskRun<RepeatTask>,
  runOnce: (run: CallRun) => Promise<TaskOutcome>,
): Promise<TaskOutcome> {
  const { repeat, template } = task;
  let inputs = bindWiring(task.wiring, scope, template.inputs);
  const children: TaskRecord[] = [];
  update(state, record, { phase: "Running", startedAt: now(), children });
  let result: TaskOutcome | undefined;
  for (let round = 0; round < repeat.maxRounds && !isStopping(state); round++) {
    const child: TaskRecord = {
      id: `${record.id}/${round}`,
      name: `${record.name}(${round})`,
      kind: template.kind,
      template: template.name,
      phase: "Pending",
    };
    children.push(child);
    state.listener.changed(record);
    result = await runOnce({ state, task, inputs, record: child, folder: join(folder, String(round)) });
    if (result.phase !== "Succeeded") break;
    const roundScope: RunScope = { inputs: {}, results: new Map([[task.name, result]]) };
    if (round + 1 === repeat.maxRounds || conditionHolds(roundScope, repeat.until)) break;
    result = undefined;
    inputs = { ...inputs, ...bindWiring(repeat.next, roundScope, template.inputs) };
  }
  // No result: the run was stopped, or a failure elsewhere prevented the next round.
  const cutShort: Phase = state.signal.aborted ? "Interrupted" : "Omitted";
  return finishGroup(state, record, children, result ?? { phase: cutShort, outputs: {} });
}
