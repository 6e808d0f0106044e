import { DefinitionError } from "../../definition/errors.js";
import type { Binding, CallTask, Graph, GraphOutput, Task } from "../../definition/graph.js";
import { encodeParameter } from "../../definition/parameter-text.js";
import type { OutputPort, Port } from "../../definition/port.js";
import type { Step } from "../../definition/step.js";
import type { ValueSource } from "../../definition/value-source.js";
import { findChains } from "./find-chains.js";
import { mapSources } from "./map-sources.js";
import { asOptional, portOf } from "./port-of-source.js";
import { type SharedInput, type SharedTask, setSharedTasks, sharedOutput } from "./shared-pod.js";

/**
 * Replaces each chain of tasks that can share a pod by one task, whose step has the outputs of all of them.
 *
 * @param graph as `groupConditionals` returns it
 * @param inputs the ports of the graph's inputs
 */
export function fuseTasks(graph: Graph, inputs: Readonly<Record<string, Port>>): Graph {
  return findChains(graph).reduce((rest, chain) => fuse(rest, chain, inputs), graph);
}

function fuse(graph: Graph, chain: readonly CallTask[], graphInputs: Readonly<Record<string, Port>>): Graph {
  const members = new Set(chain.map(({ name }) => name));
  const name = podName(chain, graph);
  const pod = new PodInputs(graph, graphInputs);
  // An earlier chain may have changed the sources of these tasks.
  const inside = chain.map((task) => sharedTask(taskOf(graph, task.name), members, graph, pod));
  const step = podStep(name, pod.ports, inside);
  const outward = (source: ValueSource): ValueSource => {
    if (source.from === "firstOf") return { ...source, alternatives: source.alternatives.map(outward) };
    if (source.from !== "task" || !members.has(source.task)) return source;
    return { from: "task", task: name, output: sharedOutput(source.task, source.output) };
  };
  const after = new Set(inside.flatMap(({ task }) => task.after.filter((other) => !members.has(other))));
  const shared: CallTask = {
    kind: "call",
    name,
    template: step,
    wiring: pod.wiring,
    after: [...after],
    pod: chain[0]?.pod ?? {},
    dagTask: {},
  };
  const tasks = [...graph.tasks.values()].flatMap((task): [string, Task][] => {
    if (task.name === chain[0]?.name) return [[name, shared]];
    if (members.has(task.name)) return [];
    const others = task.after.map((other) => (members.has(other) ? name : other));
    return [[task.name, { ...mapSources(task, outward), after: [...new Set(others)] }]];
  });
  const outputs = Object.entries(graph.outputs).map(([key, output]): [string, GraphOutput] => [
    key,
    { ...output, source: outward(output.source) },
  ]);
  return { tasks: new Map(tasks), outputs: Object.fromEntries(outputs) };
}

/** The inputs of a shared pod: one for each source outside of it. */
class PodInputs {
  readonly ports: Record<string, Port> = {};
  readonly wiring: Record<string, Binding> = {};
  readonly #graph: Graph;
  readonly #inputs: Readonly<Record<string, Port>>;
  readonly #names = new Map<string, string>();

  constructor(graph: Graph, inputs: Readonly<Record<string, Port>>) {
    this.#graph = graph;
    this.#inputs = inputs;
  }

  /** Adds a source, unless it is one already. @returns the name of its input */
  add(binding: Binding & { readonly kind: "source" }): string {
    const { source, maybe } = binding;
    const key = JSON.stringify(source);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const wanted = source.from === "task" ? sharedOutput(source.task, source.output) : nameOf(source);
    let name = wanted;
    for (let n = 2; name in this.ports; n++) name = `${wanted}-${n}`;
    const port = portOf(source, this.#graph, this.#inputs);
    this.ports[name] = maybe ? asOptional(port) : port;
    this.wiring[name] = binding;
    this.#names.set(key, name);
    return name;
  }
}

function nameOf(source: ValueSource): string {
  return "name" in source ? source.name : source.from;
}

function taskOf(graph: Graph, name: string): CallTask {
  const task = graph.tasks.get(name);
  if (task?.kind !== "call") throw new DefinitionError(`there is no task "${name}" that is called once.`);
  return task;
}

function sharedTask(task: CallTask, members: ReadonlySet<string>, graph: Graph, pod: PodInputs): SharedTask {
  const inputs: Record<string, SharedInput> = {};
  for (const [name, port] of Object.entries(task.template.inputs)) {
    const binding = task.wiring[name];
    if (binding === undefined) continue;
    if (binding.kind === "value") {
      if (port.kind === "parameter")
        inputs[name] = {
          from: "text",
          text: encodeParameter(`input "${name}"`, port.schema, binding.value),
        };
      continue;
    }
    const { source } = binding;
    if (source.from !== "task" || !members.has(source.task)) {
      inputs[name] = { from: "input", name: pod.add(binding) };
      continue;
    }
    const output = taskOf(graph, source.task).template.outputs[source.output];
    if (output !== undefined)
      inputs[name] = { from: "output", name: sharedOutput(source.task, source.output), port: output };
  }
  return { task, inputs };
}

function podStep(name: string, inputs: Readonly<Record<string, Port>>, tasks: readonly SharedTask[]): Step {
  const outputs = tasks.flatMap(({ task }) =>
    Object.entries(task.template.outputs).map(([output, port]): [string, OutputPort] => [
      sharedOutput(task.name, output),
      port,
    ]),
  );
  const step: Step = {
    kind: "step",
    name,
    description: `One after the other: ${tasks.map(({ task }) => task.name).join(", ")}.`,
    inputs,
    outputs: Object.fromEntries(outputs),
    run: () => {
      throw new Error(`${name} runs only in the cluster.`);
    },
  };
  setSharedTasks(step, tasks);
  return step;
}

/** `first-to-last`; shortened if Argo would refuse it. */
function podName(chain: readonly CallTask[], graph: Graph): string {
  const wanted = `${chain[0]?.name}-to-${chain.at(-1)?.name}`;
  const short = wanted.length <= 100 ? wanted : `${wanted.slice(0, 96)}-etc`;
  let name = short;
  for (let n = 2; graph.tasks.has(name); n++) name = `${short}-${n}`;
  return name;
}
