import type { Task } from "../../definition/graph.js";
import type { Workflow } from "../../definition/workflow.js";
import { edgesOf } from "./edges.js";

/** A workflow's tasks with what each one waits for, one line a task and one a dependency. */
export function textGraph(workflow: Workflow): string {
  const edges = edgesOf(workflow.graph);
  const lines = [workflow.name];
  for (const task of workflow.graph.tasks.values()) {
    lines.push(`  ${task.name}${remarkOn(task)}`);
    for (const edge of edges.filter(({ to }) => to === task.name)) {
      lines.push(`    ← ${edge.from}${edge.outputs.length === 0 ? "" : `: ${edge.outputs.join(", ")}`}`);
    }
  }
  return lines.join("\n");
}

/** What is special about a task, in brackets. */
export function remarkOn(task: Task): string {
  const remarks: string[] = [];
  if (task.kind === "approve") remarks.push("waits for a person");
  else {
    if (task.map !== undefined) remarks.push("for each item");
    if (task.repeat !== undefined) remarks.push(`repeated, at most ${task.repeat.maxRounds} times`);
    if (task.template.kind === "workflow") remarks.push("nested workflow");
  }
  if (task.when !== undefined) remarks.push("conditional");
  return remarks.length === 0 ? "" : ` (${remarks.join(", ")})`;
}
