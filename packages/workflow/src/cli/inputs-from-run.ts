import { resolve, sep } from "node:path";
import { UsageError } from "../definition/errors.js";
import type { Step } from "../definition/step.js";
import type { StepJob } from "../execution/step-job.js";
import { readRunRecord } from "../local/run-directory.js";
import type { RunRecord, TaskRecord } from "../local/run-record.js";
import { callersDirectory } from "./project-root.js";

/**
 * The inputs that a task of an earlier run had.
 * @param run its name, its directory, or "latest"
 * @param task its id, where several tasks run the step
 * @throws {UsageError} where no task of the run got so far, or several did
 */
export function inputsFromRun(
  runs: string,
  run: string,
  step: Step,
  task: string | undefined,
): Pick<StepJob, "parameters" | "artifacts"> {
  const isPath = run.includes("/") || run.includes(sep) || run === "." || run === "..";
  const record = readRunRecord(isPath ? resolve(callersDirectory(), run) : resolve(runs, run));
  const { inputs } = chooseTask(record, step, task);
  const pathOf = ({ path }: { readonly path: string }): string => resolve(record.directory, path);
  const artifacts = Object.entries(inputs?.artifacts ?? {}).map(
    ([name, found]): [string, string | string[]] => [
      name,
      Array.isArray(found) ? found.map(pathOf) : pathOf(found),
    ],
  );
  return { parameters: inputs?.parameters ?? {}, artifacts: Object.fromEntries(artifacts) };
}

function chooseTask(record: RunRecord, step: Step, id: string | undefined): TaskRecord {
  const tasks = flatten([...record.tasks, ...(record.exit ?? [])]).filter(
    (task) => task.template === step.name && task.kind === "step" && task.inputs !== undefined,
  );
  const found = id === undefined ? tasks : tasks.filter((task) => task.id === id);
  const [first, second] = found;
  if (first === undefined) {
    const known =
      tasks.length === 0
        ? "The run did not get that far."
        : `Its tasks are ${tasks.map((task) => task.id).join(", ")}.`;
    throw new UsageError(
      `Run ${record.run} has no task ${id ?? `of step ${step.name}`} to take inputs from. ${known}`,
    );
  }
  if (second !== undefined) {
    throw new UsageError(
      `Several tasks of run ${record.run} run ${step.name}. Name one with --task: ${tasks.map((task) => task.id).join(", ")}.`,
    );
  }
  return first;
}

function flatten(tasks: readonly TaskRecord[]): TaskRecord[] {
  return tasks.flatMap((task) => [task, ...flatten(task.children ?? [])]);
}
