import { taskDependencies } from "../../definition/dependencies.js";
import type { CallTask, Graph, Task } from "../../definition/graph.js";

/** A task that can share a pod: it runs a step of the project once, whatever other tasks do. */
function canShare(task: Task | undefined): task is CallTask {
  return (
    task?.kind === "call" &&
    task.when === undefined &&
    task.template.kind === "step" &&
    task.template.implementation === undefined &&
    Object.keys(task.dagTask).length === 0 &&
    // Argo would replace a tag in them by an input or output of the template, which has other names in a shared pod.
    !JSON.stringify(task.pod).includes("{{") &&
    Object.values(task.wiring).every(
      (binding) => binding.kind === "value" || ["task", "input"].includes(binding.source.from),
    )
  );
}

/**
 * Finds the longest chains of tasks that can run in one pod, one after the other. A task joins the one before it if nothing
 * would then start later than it does now: no other task could run beside it, and both have the same pod options.
 */
export function findChains(graph: Graph): readonly (readonly CallTask[])[] {
  const relations = relationsOf(graph);
  const next = new Map<CallTask, CallTask>();
  for (const task of graph.tasks.values()) {
    const follower = canShare(task) ? followerOf(task, graph, relations) : undefined;
    if (canShare(task) && follower !== undefined) next.set(task, follower);
  }
  const followers = new Set(next.values());
  return [...next.keys()].filter((task) => !followers.has(task)).map((first) => chainFrom(first, next));
}

interface Relations {
  readonly dependencies: ReadonlyMap<string, ReadonlySet<string>>;
  /** All tasks that must have ended before a task starts. */
  readonly ancestors: ReadonlyMap<string, ReadonlySet<string>>;
}

function relationsOf(graph: Graph): Relations {
  const dependencies = new Map(
    [...graph.tasks.values()].map((task) => [task.name, new Set(taskDependencies(task).tasks.keys())]),
  );
  const ancestors = new Map<string, ReadonlySet<string>>();
  const visit = (name: string): ReadonlySet<string> => {
    const known = ancestors.get(name);
    if (known !== undefined) return known;
    const direct = [...(dependencies.get(name) ?? [])];
    const all = new Set(direct.flatMap((other) => [other, ...visit(other)]));
    ancestors.set(name, all);
    return all;
  };
  for (const name of graph.tasks.keys()) visit(name);
  return { dependencies, ancestors };
}

function followerOf(task: CallTask, graph: Graph, relations: Relations): CallTask | undefined {
  const { dependencies, ancestors } = relations;
  const before = ancestors.get(task.name);
  const dependents = [...graph.tasks.values()].filter(({ name }) => dependencies.get(name)?.has(task.name));
  const follower = dependents.find(({ name }) =>
    dependents.every((other) => other.name === name || ancestors.get(other.name)?.has(name)),
  );
  if (!canShare(follower) || !haveSamePod(task, follower)) return undefined;
  const waits = [...(dependencies.get(follower.name) ?? [])];
  return waits.every((name) => name === task.name || before?.has(name)) ? follower : undefined;
}

function haveSamePod(a: CallTask, b: CallTask): boolean {
  return JSON.stringify(a.pod) === JSON.stringify(b.pod);
}

function chainFrom(first: CallTask, next: ReadonlyMap<CallTask, CallTask>): CallTask[] {
  const chain: CallTask[] = [];
  for (let task: CallTask | undefined = first; task !== undefined; task = next.get(task)) chain.push(task);
  return chain;
}
