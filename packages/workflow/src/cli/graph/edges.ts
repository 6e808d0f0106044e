import { sourcesOf, taskDependencies } from "../../definition/dependencies.js";
import type { Graph } from "../../definition/graph.js";
import type { ValueSource } from "../../definition/value-source.js";

/** An arrow between two tasks, with the names of the outputs that flow; none if only the order matters. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly outputs: readonly string[];
}

/** The arrows of a graph, in the order of its tasks. */
export function edgesOf(graph: Graph): Edge[] {
  return [...graph.tasks.values()].flatMap((task) => {
    const flows = sourcesOf(task).flatMap(flowsOf);
    return [...taskDependencies(task).tasks.keys()].map((from) => ({
      from,
      to: task.name,
      outputs: [...new Set(flows.filter((flow) => flow.task === from).map((flow) => flow.output))],
    }));
  });
}

function flowsOf(source: ValueSource): { readonly task: string; readonly output: string }[] {
  if (source.from === "task") return [{ task: source.task, output: source.output }];
  return source.from === "firstOf" ? source.alternatives.flatMap(flowsOf) : [];
}
