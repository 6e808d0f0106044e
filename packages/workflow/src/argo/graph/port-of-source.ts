import { DefinitionError } from "../../definition/errors.js";
import type { Graph, Task } from "../../definition/graph.js";
import { listOf, type OutputPort, type Port } from "../../definition/port.js";
import type { ValueSource } from "../../definition/value-source.js";

/** The port that a source refers to. */
export function portOf(source: ValueSource, graph: Graph, inputs: Readonly<Record<string, Port>>): Port {
  if (source.from === "firstOf") {
    const [first] = source.alternatives;
    if (first !== undefined) return portOf(first, graph, inputs);
  }
  const port =
    source.from === "input"
      ? inputs[source.name]
      : source.from === "task"
        ? outputPort(graph.tasks.get(source.task), source.output)
        : undefined;
  if (port === undefined) throw new DefinitionError(`nothing is known about ${JSON.stringify(source)}.`);
  return port;
}

function outputPort(task: Task | undefined, output: string): Port | undefined {
  if (task?.kind === "approve") return task.fields[output];
  const port = task?.template.outputs[output];
  return port !== undefined && task?.kind === "map" ? listOf(port) : port;
}

/** The port of an input that may be missing. */
export function asOptional(port: Port): Port {
  return { ...port, need: "optional" };
}

/** The port of an output. */
export function asOutput(port: Port): OutputPort {
  return { ...port, need: "required" };
}
