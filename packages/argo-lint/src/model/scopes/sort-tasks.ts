import { declaredDependencies } from "../dependencies.js";
import type { Call } from "../manifest.js";

/**
 * The tasks of a DAG in topological order, each after its dependencies. Tasks of a cycle come last, in the order of the
 * file.
 *
 * Source: sortDAGTasks in workflow/validate/validate.go
 */
export function sortTasks(tasks: readonly Call[]): readonly Call[] {
  const dependents = new Map<string, Call[]>(tasks.map(({ name }) => [name, []]));
  const waitsFor = new Map<Call, number>();
  for (const task of tasks) {
    let count = 0;
    for (const name of declaredDependencies(task).keys()) {
      const found = dependents.get(name);
      if (found === undefined) continue;
      found.push(task);
      count++;
    }
    waitsFor.set(task, count);
  }
  const sorted = new Set(tasks.filter((task) => waitsFor.get(task) === 0));
  for (const task of sorted) {
    for (const dependent of dependents.get(task.name) ?? []) {
      const left = (waitsFor.get(dependent) ?? 0) - 1;
      waitsFor.set(dependent, left);
      if (left === 0) sorted.add(dependent);
    }
  }
  for (const task of tasks) sorted.add(task);
  return [...sorted];
}
