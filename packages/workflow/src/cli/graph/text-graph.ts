import type { Graph, Task, Workflow } from "../../definition/graph.js";
import { edgesOf } from "./edges.js";

/** A workflow's tasks and their dependencies, one per line. */
export function textGraph({ name, graph, exit }: Workflow): string {
  return [
    name,
    ...tasksOf(graph),
    ...(exit === undefined ? [] : ["at the end, whatever happened", ...tasksOf(exit)]),
  ].join("\n");
}

function tasksOf(graph: Graph): string[] {
  const edges = edgesOf(graph);
  return [...graph.tasks.values()].flatMap((task) => [
    `  ${task.name}${remarkOn(task)}`,
    ...edges
      .filter(({ to }) => to === task.name)
      .map(({ from, outputs }) => `    ← ${from}${outputs.length === 0 ? "" : `: ${outputs.join(", ")}`}`),
  ]);
}

/** Special properties of a task, in parentheses with a space before; empty if there are none. */
export function remarkOn(task: Task): string {
  const remarks: string[] = [];
  if (task.kind === "approve") remarks.push("waits for a person");
  else {
    if (task.kind === "map") remarks.push("for each item");
    if (task.kind === "repeat") remarks.push(`repeated, at most ${task.repeat.maxRounds} times`);
    if (task.template.kind === "workflow") remarks.push("nested workflow");
  }
  if (task.when !== undefined) remarks.push("conditional");
  return remarks.length === 0 ? "" : ` (${remarks.join(", ")})`;
}
