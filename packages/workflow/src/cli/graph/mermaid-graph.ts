import type { Workflow } from "../../definition/workflow.js";
import { edgesOf } from "./edges.js";
import { remarkOn } from "./text-graph.js";

/** A workflow as a Mermaid flowchart, as GitHub draws it in a Markdown file. */
export function mermaidGraph(workflow: Workflow): string {
  const names = [...workflow.graph.tasks.keys()];
  const idOf = (name: string): string => `t${names.indexOf(name)}`;
  const nodes = [...workflow.graph.tasks.values()].map((task) => {
    const label = `"${task.name}${remarkOn(task)}"`;
    return `  ${idOf(task.name)}${task.kind === "approve" ? `{{${label}}}` : `[${label}]`}`;
  });
  const arrows = edgesOf(workflow.graph).map(({ from, to, outputs }) =>
    outputs.length === 0
      ? `  ${idOf(from)} -.-> ${idOf(to)}`
      : `  ${idOf(from)} -->|"${outputs.join(", ")}"| ${idOf(to)}`,
  );
  return ["flowchart TD", ...nodes, ...arrows].join("\n");
}
