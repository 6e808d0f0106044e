import type { Graph, Workflow } from "../definition/graph.js";
import type { MetricDeclaration } from "../definition/port.js";
import type { ValueSource } from "../definition/value-source.js";

/** What the step that makes a workflow's output says of it as a metric; undefined if it says nothing. */
export function metricOf({ graph }: Workflow, output: string): MetricDeclaration | undefined {
  const source = graph.outputs[output]?.source;
  return source === undefined ? undefined : metricOfSource(graph, source);
}

function metricOfSource(graph: Graph, source: ValueSource): MetricDeclaration | undefined {
  if (source.from === "firstOf") {
    for (const alternative of source.alternatives) {
      const found = metricOfSource(graph, alternative);
      if (found !== undefined) return found;
    }
  }
  if (source.from !== "task") return undefined;
  const task = graph.tasks.get(source.task);
  // The outputs of a map are lists.
  if (task === undefined || task.kind === "approve" || task.kind === "map") return undefined;
  if (task.template.kind === "workflow") return metricOf(task.template, source.output);
  const port = task.template.outputs[source.output];
  return port?.kind === "parameter" ? port.metric : undefined;
}
