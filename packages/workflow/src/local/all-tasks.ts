import type { TaskRecord } from "./run-record.js";

/** Tasks with those inside them, each before its own. */
export function allTasks(tasks: readonly TaskRecord[]): TaskRecord[] {
  return tasks.flatMap((task) => [task, ...allTasks(task.children ?? [])]);
}
