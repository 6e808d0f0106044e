import { join } from "node:path";
import { taskDependencies } from "../definition/dependencies.js";
import type { Graph, Task } from "../definition/graph.js";
import { outcomeOfError } from "./executors/executor.js";
import { failTask, finishTask, worstPhase } from "./finish-task.js";
import type { Phase, TaskRecord } from "./run-record.js";
import { isStopping } from "./run-state.js";
import { conditionHolds, type RunScope, resolveSource, type TaskOutcome } from "./scope.js";
import type { GraphRun, TaskRun, TaskRunner } from "./task-run.js";
import type { TaskValue } from "./task-value.js";

/**
 * Records of a graph's tasks before any of them runs.
 * @param prefix of the tasks' ids, such as `nested/`
 */
export function pendingTasks(graph: Graph, prefix: string): TaskRecord[] {
  return [...graph.tasks.values()].map((task) => ({
    id: `${prefix}${task.name}`,
    name: task.name,
    kind: kindOf(task),
    ...(task.kind === "approve" ? {} : { template: task.template.name }),
    phase: "Pending",
  }));
}

function kindOf(task: Task): TaskRecord["kind"] {
  return task.kind === "call" ? task.template.kind : task.kind;
}

/**
 * Runs the tasks of a graph, each as soon as its dependencies have ended.
 * @param runTask runs one task
 * @returns the phase, and the outputs if all tasks succeeded or were skipped
 * @throws {UserError} if an output is a `firstOf` of which no alternative ran
 */
export async function runGraph(
  { state, graph, scope, records, folder, only }: GraphRun,
  runTask: TaskRunner,
): Promise<TaskOutcome> {
  const ends = new Map<string, Promise<Phase>>();
  const ended = (name: string): Promise<Phase> => ends.get(name) ?? Promise.resolve("Omitted");
  // A task may be defined before one that it waits for (by a name in `after`), so all promises must exist before any starts.
  let start = (): void => {};
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });
  for (const [i, task] of [...graph.tasks.values()].entries()) {
    const record = records[i];
    if (record === undefined) continue;
    ends.set(
      task.name,
      started.then(async () => {
        const run = { state, task, scope, record, folder: join(folder, task.name) };
        const isWanted = only === undefined || only.has(task.name);
        const result = isWanted
          ? await settle(run, ended, runTask)
          : finishTask(state, record, "Skipped", "not asked for");
        scope.results.set(task.name, result);
        return result.phase;
      }),
    );
  }
  start();
  const phases = await Promise.all(ends.values());
  const failed = phases.some((phase) => phase !== "Succeeded" && phase !== "Skipped");
  return failed
    ? { phase: worstPhase(phases), outputs: {} }
    : { phase: "Succeeded", outputs: only === undefined ? outputsOf(graph, scope) : {} };
}

/** The values of a graph's outputs, without those that do not exist. */
function outputsOf(graph: Graph, scope: RunScope): Record<string, TaskValue> {
  const outputs: Record<string, TaskValue> = {};
  for (const [name, { source }] of Object.entries(graph.outputs)) {
    const value = resolveSource(scope, source);
    if (value !== undefined) outputs[name] = value;
  }
  return outputs;
}

async function settle(
  run: TaskRun,
  ended: (name: string) => Promise<Phase>,
  runTask: TaskRunner,
): Promise<TaskOutcome> {
  const { state, task, scope, record } = run;
  const { tasks, oneOf } = taskDependencies(task);
  const phases = new Map<string, Phase>();
  for (const name of tasks.keys()) phases.set(name, await ended(name));
  const unmet = [...tasks].find(([name, need]) => {
    const phase = phases.get(name);
    return !(phase === "Succeeded" || (need === "ended" && phase === "Skipped"));
  });
  const waiting = [...phases.values()].some((phase) => phase === "Suspended" || phase === "Pending");
  if (waiting && !isStopping(state)) return { phase: "Pending", outputs: {} };
  if (unmet !== undefined || isStopping(state)) return finishTask(state, record, "Omitted");
  const dead = oneOf.find((names) => names.every((name) => phases.get(name) !== "Succeeded"));
  try {
    if (dead !== undefined) return failTask(state, record, `none of ${dead.join(", ")} ran.`);
    if (task.when !== undefined && !conditionHolds(scope, task.when)) {
      return finishTask(state, record, "Skipped", "when: the condition does not hold");
    }
    return await runTask(run);
  } catch (error) {
    return failTask(state, record, outcomeOfError(error).message);
  }
}
