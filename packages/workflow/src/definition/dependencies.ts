import { sourcesOfCondition } from "./condition.js";
import type { Binding, Task } from "./graph.js";
import { tasksOf, type ValueSource } from "./value-source.js";

/**
 * How another task must have ended before a task may start.
 * - `succeeded`: the task needs its data (Argo: `A.Succeeded`);
 * - `ended`: it succeeded or was skipped (Argo: `A.Succeeded || A.Skipped`), because only the order matters or its data
 *   is optional.
 */
export type Requirement = "succeeded" | "ended";

/** The tasks that a task waits for, and groups of alternatives of which at least one must have succeeded. */
export interface Dependencies {
  readonly tasks: ReadonlyMap<string, Requirement>;
  readonly oneOf: readonly (readonly string[])[];
}

/** Every source that a task reads: for its inputs, for the values shown in an approval, and for its condition. */
export function sourcesOf(task: Task): ValueSource[] {
  const data =
    task.kind === "approve"
      ? Object.values(task.shows)
      : [...Object.values(task.wiring), ...(task.kind === "map" ? [task.map.items] : [])].flatMap(
          (binding) => (binding.kind === "source" ? [binding.source] : []),
        );
  return [...data, ...(task.when === undefined ? [] : sourcesOfCondition(task.when))];
}

/** The dependencies of a task, derived from its wiring, condition and `after`. */
export function taskDependencies(task: Task): Dependencies {
  const tasks = new Map<string, Requirement>();
  const oneOf: string[][] = [];
  const require = (name: string, need: Requirement): void => {
    if (need === "succeeded" || !tasks.has(name)) tasks.set(name, need);
  };
  const requireSource = (source: ValueSource, maybe: boolean): void => {
    const names = tasksOf(source);
    if (
      source.from === "firstOf" &&
      source.alternatives.every(({ from }) => from === "task" || from === "firstOf")
    )
      oneOf.push([...names]);
    for (const name of names) require(name, maybe || source.from === "firstOf" ? "ended" : "succeeded");
  };
  const requireBinding = (binding: Binding): void => {
    if (binding.kind === "source") requireSource(binding.source, binding.maybe);
  };
  if (task.kind === "approve") {
    for (const source of Object.values(task.shows)) requireSource(source, false);
  } else {
    for (const binding of Object.values(task.wiring)) requireBinding(binding);
    if (task.kind === "map") requireBinding(task.map.items);
  }
  if (task.when !== undefined) {
    for (const source of sourcesOfCondition(task.when)) requireSource(source, false);
  }
  for (const name of task.after) require(name, "ended");
  return { tasks, oneOf };
}
