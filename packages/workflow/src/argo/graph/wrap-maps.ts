import * as z from "zod";
import type { Binding, Graph, GraphOutput, MapTask, Task, Workflow } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { type Inputs, listOf, type Port, parameter } from "../../definition/port.js";
import type { ValueSource } from "../../definition/value-source.js";

/** The input of the wrapper workflow that receives the list. */
const itemsInput = "items";

/**
 * Wraps each map over a list that may be empty in a workflow of its own. Argo skips a map over an empty list, and a task that
 * reads an output of a skipped task hangs; the wrapper outputs an empty list instead, by an expression.
 *
 * The task keeps its name, so references to it remain valid.
 */
export function wrapMaps(graph: Graph): Graph {
  const tasks = [...graph.tasks].map(([name, task]): [string, Task] => [
    name,
    needsWrapper(task) ? wrap(task) : task,
  ]);
  return { tasks: new Map(tasks), outputs: graph.outputs };
}

function needsWrapper(task: Task): task is MapTask {
  if (task.kind !== "map") return false;
  const { items } = task.map;
  return items.kind === "source" || (Array.isArray(items.value) && items.value.length === 0);
}

function wrap(task: MapTask): Task {
  const { name, map, when, after, template } = task;
  const inputs: Record<string, Port> = {};
  const wiring: Record<string, Binding> = {};
  const inner: Record<string, Binding> = {};
  for (const [input, binding] of Object.entries(task.wiring)) {
    const port = template.inputs[input];
    if (binding.kind === "value" || port === undefined || isOfItem(binding.source)) {
      inner[input] = binding;
      continue;
    }
    inputs[input] = port;
    wiring[input] = binding;
    inner[input] = { ...binding, source: { from: "input", name: input } };
  }
  const list = map.kind === "artifact" ? map.list : parameter(z.array(z.any()));
  // The step may have an input of the same name.
  const items = itemsInput in inputs ? `${itemsInput}-of-${name}` : itemsInput;
  inputs[items] = list;
  wiring[items] = map.items;
  const outputs: Record<string, GraphOutput> = Object.fromEntries(
    Object.entries(template.outputs).map(([output, port]) => [
      output,
      { source: { from: "task", task: name, output }, port: listOf(port) },
    ]),
  );
  const looped: MapTask = {
    ...withoutCondition(task),
    after: [],
    wiring: inner,
    map: { ...map, items: { kind: "source", source: { from: "input", name: items }, maybe: false } },
  };
  const workflow = syntheticWorkflow(`${name}-map`, inputs, { tasks: new Map([[name, looped]]), outputs });
  return {
    kind: "call",
    name,
    template: workflow,
    wiring,
    after,
    pod: {},
    dagTask: {},
    ...omitUndefined({ when }),
  };
}

function withoutCondition({ when: _when, ...task }: MapTask): MapTask {
  return task;
}

function isOfItem(source: ValueSource): boolean {
  return source.from === "item" || source.from === "index";
}

const synthetic = new WeakSet<Workflow>();

/** Whether the compiler generated a workflow. */
export function isSynthetic(workflow: Workflow): boolean {
  return synthetic.has(workflow);
}

/** Creates a workflow that the compiler generates. It is not checked: its name and ports come from a checked workflow. */
export function syntheticWorkflow(name: string, inputs: Inputs, graph: Graph): Workflow {
  const outputs = Object.entries(graph.outputs).map(([output, { port }]) => [output, port]);
  const workflow: Workflow = { kind: "workflow", name, inputs, outputs: Object.fromEntries(outputs), graph };
  synthetic.add(workflow);
  return workflow;
}
