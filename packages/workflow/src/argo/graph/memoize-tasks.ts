import * as z from "zod";
import type { Binding, CallTask, Graph, Task } from "../../definition/graph.js";
import { type OutputPort, type Port, parameter } from "../../definition/port.js";
import { digestName } from "../../definition/port-files.js";
import type { Step } from "../../definition/step.js";
import type { ValueSource } from "../../definition/value-source.js";
import { setMemoized } from "./memoized.js";
import { setSharedTasks, sharedTasks } from "./shared-pod.js";

/** The digest of a step's code; undefined for a step whose outputs must not be taken from an earlier workflow. */
export type CodeDigest = (step: Step) => string | undefined;

/**
 * Lets Argo take the outputs of tasks from earlier workflows (`memoize`). A task qualifies if it runs a step of this project
 * once, and each of its artifacts comes from such a task of the same graph: then the digests of these artifacts, which the
 * other task outputs as parameters, its own parameters and its code determine its outputs.
 *
 * @param graph as `fuseTasks` returns it
 */
export function memoizeTasks(graph: Graph, codeDigest: CodeDigest): Graph {
  const memoized = new Map<string, string>();
  for (const task of graph.tasks.values()) {
    const digest =
      task.kind === "call" && artifactSources(task, graph) !== undefined && digestOf(task, codeDigest);
    if (typeof digest === "string") memoized.set(task.name, digest);
  }
  const read = new Set(
    [...memoized.keys()].flatMap((name) =>
      (artifactSources(graph.tasks.get(name), graph) ?? []).map(({ task }) => task),
    ),
  );
  const tasks = [...graph.tasks].map(([name, task]): [string, Task] => {
    if (task.kind !== "call" || task.template.kind !== "step") return [name, task];
    const digest = memoized.get(name);
    if (digest === undefined && !read.has(name)) return [name, task];
    return [name, withDigests(task, task.template, digest)];
  });
  return { ...graph, tasks: new Map(tasks) };
}

type TaskSource = ValueSource & { readonly from: "task" };

/** Where a task's artifacts come from; undefined if one of them has no digest that is known in the graph. */
function artifactSources(task: Task | undefined, graph: Graph): readonly TaskSource[] | undefined {
  if (task?.kind !== "call" || !isOwnStep(task.template)) return undefined;
  const sources: TaskSource[] = [];
  for (const [name, port] of Object.entries(task.template.inputs)) {
    const binding = task.wiring[name];
    if (port.kind !== "artifact" || binding === undefined) continue;
    if (binding.kind !== "source" || binding.maybe || binding.source.from !== "task") return undefined;
    const producer = graph.tasks.get(binding.source.task);
    if (producer?.kind !== "call" || !isOwnStep(producer.template)) return undefined;
    sources.push(binding.source);
  }
  return sources;
}

/** Whether it is a function of this project, whose artifacts leave the names of their digests free. */
function isOwnStep(template: CallTask["template"]): template is Step {
  if (template.kind !== "step" || template.implementation !== undefined) return false;
  return [template.inputs, template.outputs].every((ports) =>
    Object.keys(ports).every((name) => !(digestName(name) in ports)),
  );
}

/** The digest of all code that a task runs; undefined if it must run each time. */
function digestOf(task: CallTask, codeDigest: CodeDigest): string | undefined {
  if (task.template.kind !== "step" || task.pod.template?.memoize !== undefined) return undefined;
  const steps = sharedTasks(task.template)?.map((shared) => shared.task.template) ?? [task.template];
  const digests = steps.map((step) => (step.kind === "step" ? codeDigest(step) : undefined));
  return digests.includes(undefined) ? undefined : digests.join(" ");
}

/** The task with a step that outputs the digests of its artifacts, and if it is memoized also has those of its inputs. */
function withDigests(task: CallTask, step: Step, digest: string | undefined): CallTask {
  const inputs: Record<string, Port> = { ...step.inputs };
  const wiring: Record<string, Binding> = { ...task.wiring };
  if (digest !== undefined) {
    for (const [name, port] of Object.entries(step.inputs)) {
      const binding = task.wiring[name];
      if (port.kind !== "artifact" || binding?.kind !== "source" || binding.source.from !== "task") continue;
      const { task: producer, output } = binding.source;
      inputs[digestName(name)] = parameter(z.string());
      wiring[digestName(name)] = {
        ...binding,
        source: { from: "task", task: producer, output: digestName(output) },
      };
    }
  }
  const outputs: Record<string, OutputPort> = { ...step.outputs };
  for (const [name, port] of Object.entries(step.outputs)) {
    if (port.kind === "artifact") outputs[digestName(name)] = parameter(z.string());
  }
  const template: Step = { ...step, inputs, outputs };
  const shared = sharedTasks(step);
  if (shared !== undefined) setSharedTasks(template, shared);
  setMemoized(template, digest);
  return { ...task, template, wiring };
}
