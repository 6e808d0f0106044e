import type { Graph, Workflow } from "../../definition/graph.js";
import { edgesOf } from "./edges.js";
import { remarkOn } from "./text-graph.js";

/** A workflow as a Mermaid flowchart, as GitHub draws it in a Markdown file. */
export function mermaidGraph({ graph, exit }: Workflow): string {
  return [
    "flowchart TD",
    ...tasksOf(graph, "t"),
    ...(exit === undefined
      ? []
      : ['  subgraph exit["at the end, whatever happened"]', ...tasksOf(exit, "e"), "  end"]),
  ].join("\n");
}

/** @param prefix of the nodes' ids, which distinguishes the tasks of two graphs */
function tasksOf(graph: Graph, prefix: string): string[] {
  const names = [...graph.tasks.keys()];
  const idOf = (name: string): string => `${prefix}${names.indexOf(name)}`;
  const nodes = [...graph.tasks.values()].map((task) => {
    const label = `"${task.name}${remarkOn(task)}"`;
    return `  ${idOf(task.name)}${task.kind === "approve" ? `{{${label}}}` : `[${label}]`}`;
  });
  const arrows = edgesOf(graph).map(({ from, to, outputs }) =>
    outputs.length === 0
      ? `  ${idOf(from)} -.-> ${idOf(to)}`
      : `  ${idOf(from)} -->|"${outputs.join(", ")}"| ${idOf(to)}`,
  );
  return [...nodes, ...arrows];
}
