import { didYouMean } from "@tiphys/argo-lint/text";
import { taskDependencies } from "./dependencies.js";
import { DefinitionError } from "./errors.js";
import type { Task } from "./graph.js";

/**
 * Checks that every task waits only for tasks that exist, and that the graph has no cycle.
 * @throws {DefinitionError} naming the workflow and the tasks
 */
export function checkGraph(workflow: string, tasks: ReadonlyMap<string, Task>): void {
  for (const task of tasks.values()) {
    for (const name of task.after) {
      if (tasks.has(name)) continue;
      throw new DefinitionError(
        `${workflow}: task "${task.name}" comes after "${name}", but there is no such task.${didYouMean(name, tasks.keys())}`,
      );
    }
  }
  const settled = new Set<string>();
  for (const name of tasks.keys()) follow(name, []);

  function follow(name: string, path: readonly string[]): void {
    if (settled.has(name)) return;
    if (path.includes(name)) {
      const cycle = [...path.slice(path.indexOf(name)), name].join(" → ");
      throw new DefinitionError(
        `${workflow}: these tasks wait for each other: ${cycle}. Remove one of the "after" entries.`,
      );
    }
    const task = tasks.get(name);
    if (task === undefined) return;
    for (const dependency of taskDependencies(task).tasks.keys()) follow(dependency, [...path, name]);
    settled.add(name);
  }
}
