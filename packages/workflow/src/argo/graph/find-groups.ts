import { sourcesOf, taskDependencies } from "../../definition/dependencies.js";
import type { Graph, Task } from "../../definition/graph.js";
import type { Port } from "../../definition/port.js";
import { tasksOf, type ValueSource } from "../../definition/value-source.js";

/**
 * Finds the sets of tasks that must be wrapped in a workflow: the alternatives of each `firstOf`, each task whose output
 * parameter may be missing, and every task between members of a set. Sets that share a task are merged.
 */
export function findGroups(graph: Graph): ReadonlySet<string>[] {
  let groups = [...graph.tasks.values()].flatMap((task) => seedsOf(task)).map((seed) => new Set(seed));
  for (;;) {
    const next = merge(
      groups.map((group) => close(group, graph)),
      graph,
    );
    if (next.length === groups.length && next.every((group, i) => group.size === groups[i]?.size))
      return next;
    groups = next;
  }
}

function seedsOf(task: Task): string[][] {
  const chosen = sourcesOf(task).flatMap((source) =>
    source.from === "firstOf" ? [[...tasksOf(source)]] : [],
  );
  if (task.kind === "approve") return chosen;
  const missing = Object.entries(task.wiring).flatMap(([name, binding]) =>
    binding.kind === "source" && binding.maybe && isParameter(task.template.inputs[name])
      ? [taskOf(binding.source)]
      : [],
  );
  return [...chosen, ...missing.filter((names) => names.length > 0)];
}

function isParameter(port: Port | undefined): boolean {
  return port?.kind === "parameter";
}

function taskOf(source: ValueSource): string[] {
  return source.from === "task" ? [source.task] : [];
}

/** Adds every task that both depends on a member and is a dependency of a member. */
function close(group: ReadonlySet<string>, graph: Graph): Set<string> {
  const before = reach(group, (name) => dependenciesOf(taskNamed(graph, name)));
  const after = reach(group, (name) =>
    [...graph.tasks.values()].filter((task) => dependenciesOf(task).has(name)).map((task) => task.name),
  );
  return new Set([...group, ...[...before].filter((name) => after.has(name))]);
}

function dependenciesOf(task: Task): ReadonlySet<string> {
  return new Set(taskDependencies(task).tasks.keys());
}

function taskNamed(graph: Graph, name: string): Task {
  const task = graph.tasks.get(name);
  if (task === undefined) throw new Error(`there is no task ${name}`);
  return task;
}

function reach(from: ReadonlySet<string>, neighbours: (name: string) => Iterable<string>): Set<string> {
  const seen = new Set<string>();
  const queue = [...from];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const next of neighbours(name)) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
}

/** Merges sets that share a task and sets that depend on each other. */
function merge(groups: readonly Set<string>[], graph: Graph): Set<string>[] {
  const merged: Set<string>[] = [];
  for (const group of groups) {
    const joined = merged.filter((other) => intersects(other, group) || areEntangled(other, group, graph));
    for (const other of joined) {
      merged.splice(merged.indexOf(other), 1);
      for (const name of other) group.add(name);
    }
    merged.push(group);
  }
  return merged;
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((name) => b.has(name));
}

function areEntangled(a: ReadonlySet<string>, b: ReadonlySet<string>, graph: Graph): boolean {
  const before = (group: ReadonlySet<string>): Set<string> =>
    reach(group, (name) => dependenciesOf(taskNamed(graph, name)));
  return intersects(before(a), b) && intersects(before(b), a);
}
