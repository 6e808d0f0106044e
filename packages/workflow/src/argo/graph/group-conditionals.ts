import type { Binding, CallTask, Graph, GraphOutput, Task } from "../../definition/graph.js";
import type { Port } from "../../definition/port.js";
import { tasksOf, type ValueSource } from "../../definition/value-source.js";
import { findGroups } from "./find-groups.js";
import { mapSources } from "./map-sources.js";
import { asOptional, asOutput, portOf } from "./port-of-source.js";
import { syntheticWorkflow } from "./wrap-maps.js";

/**
 * Wraps conditional tasks in a workflow of their own if `firstOf` chooses between their outputs or an output is wired to an
 * optional parameter. Only the outputs of the enclosing template can test whether a task ran; in a task's arguments, the same
 * expression hangs the workflow.
 *
 * @param inputs the ports of the graph's inputs
 */
export function groupConditionals(graph: Graph, inputs: Readonly<Record<string, Port>>): Graph {
  const groups = findGroups(graph);
  if (groups.length === 0) return graph;
  return groups.reduce((rest, group) => collapse(rest, group, inputs), graph);
}

function collapse(
  graph: Graph,
  members: ReadonlySet<string>,
  graphInputs: Readonly<Record<string, Port>>,
): Graph {
  const inside = [...graph.tasks.values()].filter((task) => members.has(task.name));
  const outside = [...graph.tasks.values()].filter((task) => !members.has(task.name));
  const name = groupName(inside, graph);
  const inputs: Record<string, Port> = {};
  const wiring: Record<string, Binding> = {};
  const outputs: Record<string, GraphOutput> = {};

  const inward = (source: ValueSource): ValueSource => {
    if (source.from === "item" || source.from === "index" || reads(source, members)) return source;
    const port = portOf(source, graph, graphInputs);
    const input = inputName(source);
    const maybe = source.from === "task" && graph.tasks.get(source.task)?.when !== undefined;
    inputs[input] = maybe && port.need === "required" ? asOptional(port) : port;
    wiring[input] = { kind: "source", source, maybe };
    return { from: "input", name: input };
  };
  const outward = (source: ValueSource): ValueSource => {
    if (!reads(source, members)) return source;
    const output = outputName(source, inside);
    outputs[output] = { source, port: asOutput(portOf(source, graph, graphInputs)) };
    return { from: "task", task: name, output };
  };

  const tasksInside = inside.map((task): [string, Task] => [
    task.name,
    { ...mapSources(task, inward), after: task.after.filter((other) => members.has(other)) },
  ]);
  const after = [...new Set(inside.flatMap((task) => task.after.filter((other) => !members.has(other))))];
  const tasksOutside = outside.map((task): [string, Task] => [
    task.name,
    { ...mapSources(task, outward), after: task.after.map((other) => (members.has(other) ? name : other)) },
  ]);
  const graphOutputs = Object.fromEntries(
    Object.entries(graph.outputs).map(([key, output]) => [
      key,
      { ...output, source: outward(output.source) },
    ]),
  );
  const inner: Graph = { tasks: new Map(tasksInside), outputs };
  const group: CallTask = {
    kind: "call",
    name,
    template: syntheticWorkflow(name, inputs, inner),
    wiring,
    after,
    pod: {},
    dagTask: {},
  };
  // At the first member's position: no task before it depends on the group.
  const at = [...graph.tasks.keys()].findIndex((task) => members.has(task));
  const before = new Set([...graph.tasks.keys()].slice(0, at));
  return {
    tasks: new Map([
      ...tasksOutside.filter(([task]) => before.has(task)),
      [name, group],
      ...tasksOutside.filter(([task]) => !before.has(task)),
    ]),
    outputs: graphOutputs,
  };
}

function reads(source: ValueSource, members: ReadonlySet<string>): boolean {
  return tasksOf(source).some((task) => members.has(task));
}

function groupName(inside: readonly Task[], graph: Graph): string {
  const names = inside.filter((task) => task.when !== undefined).map((task) => task.name);
  const wanted = names.length === 1 ? `${names[0]}-if-needed` : names.join("-or-");
  const short = wanted.length <= 100 ? wanted : `${wanted.slice(0, 97)}-etc`;
  return graph.tasks.has(short) ? `${short}-group` : short;
}

function inputName(source: ValueSource): string {
  switch (source.from) {
    case "input":
    case "output":
      return source.name;
    case "task":
      return `${source.task}-${source.output}`;
    case "firstOf":
      return source.alternatives.map(inputName).join("-or-");
    default:
      return source.from;
  }
}

function outputName(source: ValueSource, inside: readonly Task[]): string {
  if (source.from === "firstOf") {
    const outputs = new Set(
      source.alternatives.map((alternative) =>
        alternative.from === "task" ? alternative.output : inputName(alternative),
      ),
    );
    const [only] = outputs;
    return `first-${outputs.size === 1 && only !== undefined ? only : [...outputs].join("-or-")}`;
  }
  if (source.from !== "task") return inputName(source);
  return inside.length === 1 ? source.output : `${source.task}-${source.output}`;
}
