import { didYouMean, pluralize } from "@tiphys/argo-lint/text";
import { UsageError } from "../../definition/errors.js";
import { allTasks } from "../../local/all-tasks.js";
import { nodeMajor } from "../../local/cache/task-key.js";
import type { RunRecord, TaskRecord } from "../../local/run-record.js";
import { differences, type TaskInRun } from "./differences.js";

/**
 * Why a task ran in a run, or why it was taken from an earlier one.
 * @param earlier runs of the same workflow before it, the newest first
 * @throws {UsageError} if the run has no such task
 */
export function explainTask(run: RunRecord, id: string, earlier: Iterable<RunRecord>): string[] {
  const tasks = allTasks(run.tasks);
  const task = tasks.find((each) => each.id === id);
  if (task === undefined) {
    const ids = tasks.map((each) => each.id);
    throw new UsageError(
      `Run ${run.run} has no task "${id}".${didYouMean(id, ids) || ` It has ${ids.slice(0, 20).join(", ")}.`}`,
    );
  }
  if (task.cached !== undefined) return explainCached(run, task, task.cached);
  if (task.startedAt === undefined)
    return [`${id} did not run in ${run.run}: ${task.message ?? task.phase}.`];
  if (task.children !== undefined) {
    const steps = task.children.map((child) => child.id).slice(0, 20);
    return [`${id} consists of other tasks. Ask about one of them: ${steps.join(", ")}.`];
  }
  return [...explainRun({ run, task }, earlier)];
}

function explainCached(
  { run, code, steps }: RunRecord,
  task: TaskRecord,
  made: { run: string; task: string },
): string[] {
  const step = steps?.[task.template ?? ""];
  const files = Object.keys(step?.files ?? {}).length;
  const packages = Object.keys(step?.packages ?? {}).length;
  return [
    `${task.id} did not run in ${run}: its outputs are those of ${made.task} in ${made.run}.`,
    `The same: its code (${pluralize(files, "file", "files")}, ${pluralize(packages, "package", "packages")}), ` +
      `${pluralize(Object.keys(task.inputs?.artifacts ?? {}).length, "input", "inputs")}, ` +
      `${pluralize(Object.keys(task.inputs?.parameters ?? {}).length, "parameter", "parameters")}, ` +
      `Node ${nodeMajor(code.node)}, ${code.platform}.`,
  ];
}

function explainRun(later: TaskInRun, earlier: Iterable<RunRecord>): string[] {
  const { run, task } = later;
  const ran = `${task.id} ran in ${run.run}`;
  if (task.key === undefined) return [`${ran}: what its code is made of is not known.`];
  if (task.key.note !== undefined) return [`${ran}, because ${task.key.note}.`];
  for (const before of earlier) {
    const found = allTasks(before.tasks).find(({ id }) => id === task.id);
    if (found?.key === undefined || found.phase !== "Succeeded") continue;
    const [first, ...others] = differences({ run: before, task: found }, later);
    if (first === undefined) {
      return [`${ran}, although nothing differs from ${before.run}: its outputs were not kept, or are gone.`];
    }
    const also = others.length === 0 ? [] : [`Also: ${others.join("; ")}.`];
    return [`${ran}, because ${first}.`, ...also, `Compared with ${before.run}.`];
  }
  return [`${ran}, because no earlier run has succeeded with it.`];
}
