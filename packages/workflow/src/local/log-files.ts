import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { allTasks } from "./all-tasks.js";
import type { RunRecord, TaskRecord } from "./run-record.js";

/** The name of a task's log in its folder. An output of the task with this name takes its place. */
export const logName = "log.txt";

/** The path of a task's log. */
export function logFile(directory: string, { id }: TaskRecord): string {
  return join(directory, ...id.split("/"), logName);
}

/** The step tasks of a run that have a log, in the order of the record, with the paths of their logs. */
export function logsOf(record: RunRecord): { task: TaskRecord; path: string }[] {
  return tasksWithin(record)
    .filter((task) => task.kind === "step" && !hasOutputOfThatName(task))
    .map((task) => ({ task, path: logFile(record.directory, task) }))
    .filter(({ path }) => existsSync(path));
}

/** All tasks of a run, each before the tasks inside of it. */
export function tasksWithin({ tasks, exit = [] }: RunRecord): TaskRecord[] {
  return allTasks([...tasks, ...exit]);
}

/** Whether an output of the task is the file that would be its log. */
export function hasOutputOfThatName({ outputs }: TaskRecord): boolean {
  const files = Object.values(outputs?.artifacts ?? {}).flat();
  return files.some(({ path }) => basename(path) === logName);
}
