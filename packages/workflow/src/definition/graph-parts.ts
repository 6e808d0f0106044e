import { taskDependencies } from "./dependencies.js";
import type { Graph } from "./graph.js";

/** Names of a task and of all tasks that it waits for, directly or not. */
export function tasksUpTo(graph: Graph, name: string): Set<string> {
  const found = new Set([name]);
  for (const each of found) for (const before of namesBefore(graph, each)) found.add(before);
  return found;
}

/** Names of a task and of all tasks that wait for it, directly or not. */
export function tasksFrom(graph: Graph, name: string): Set<string> {
  const found = new Set([name]);
  for (const each of found) {
    for (const after of graph.tasks.keys()) if (namesBefore(graph, after).includes(each)) found.add(after);
  }
  return found;
}

function namesBefore(graph: Graph, name: string): string[] {
  const task = graph.tasks.get(name);
  if (task === undefined) return [];
  const { tasks, oneOf } = taskDependencies(task);
  return [...tasks.keys(), ...oneOf.flat()];
}
