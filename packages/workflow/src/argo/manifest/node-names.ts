import type { Graph, Task, Workflow } from "../../definition/graph.js";
import type { Inputs } from "../../definition/port.js";
import { fuseTasks } from "../graph/fuse-tasks.js";
import { groupConditionals } from "../graph/group-conditionals.js";
import { type SharedTask, sharedTasks } from "../graph/shared-pod.js";
import { isSynthetic, wrapMaps } from "../graph/wrap-maps.js";
import { hasDefaults } from "./approve-template.js";
import { recursionTask } from "./repeat-template.js";

/**
 * The names of the nodes of each task in Argo: first the templates that the compiler wrapped above it, from the outermost, then
 * its own, or that of the pod that it shares.
 *
 * @param inputs the inputs of the graph's workflow
 * @param parent the name of the node that runs the graph; for a whole workflow its name in the cluster
 * @param fuse whether tasks share pods
 */
export function nodesOfTasks(
  graph: Graph,
  inputs: Inputs,
  parent: string,
  fuse: boolean,
): Map<string, readonly string[]> {
  return new Map(namesIn(prepare(wrapMaps(graph), inputs, fuse), parent, [], fuse));
}

/** The names of the nodes of the pods that tasks of a graph share, with their tasks. Parameters as in {@link nodesOfTasks}. */
export function nodesOfSharedPods(
  graph: Graph,
  inputs: Inputs,
  parent: string,
): ReadonlyMap<string, readonly SharedTask[]> {
  return new Map(sharedPodsIn(prepare(wrapMaps(graph), inputs, true), parent));
}

function sharedPodsIn(graph: Graph, parent: string): [string, readonly SharedTask[]][] {
  return [...graph.tasks.values()].flatMap((task) => {
    if (task.kind === "approve") return [];
    const { template } = task;
    const node = `${parent}.${task.name}`;
    if (template.kind === "step") {
      const shared = sharedTasks(template);
      return shared === undefined ? [] : [[node, shared]];
    }
    return isSynthetic(template) ? sharedPodsIn(prepare(template.graph, template.inputs, true), node) : [];
  });
}

function prepare(graph: Graph, inputs: Inputs, fuse: boolean): Graph {
  const grouped = groupConditionals(graph, inputs);
  return fuse ? fuseTasks(grouped, inputs) : grouped;
}

/**
 * The name of the node of a round of a repeated task.
 * @param round from 0
 */
export function nodeOfRound(task: string, node: string, round: number): string {
  return `${node}${`.${recursionTask}`.repeat(round)}.${task}`;
}

/** The names that the template of a workflow can have: its own, and another one if a step's template has that name. */
export function workflowTemplateNames({ name }: Workflow): readonly [string, string] {
  return [name, `${name}-workflow`];
}

/** The name of the entrypoint that calls a workflow whose exit handler reads its outputs. */
export function wrapperTemplateName({ name }: Workflow): string {
  return `${name}-main`;
}

type Names = [string, readonly string[]][];

function namesIn(graph: Graph, parent: string, above: readonly string[], fuse: boolean): Names {
  return [...graph.tasks.values()].flatMap((task) =>
    namesOf(task, [...above, `${parent}.${task.name}`], fuse),
  );
}

function namesOf(task: Task, path: readonly string[], fuse: boolean): Names {
  const node = path.at(-1) ?? "";
  if (task.kind === "approve") {
    return [[task.name, hasDefaults(task) ? [...path, `${node}.${task.name}`] : path]];
  }
  const { template } = task;
  if (template.kind === "step") {
    const shared = sharedTasks(template) ?? [{ task }];
    return shared.map((each) => [each.task.name, path]);
  }
  if (!isSynthetic(template)) return [[task.name, path]];
  return namesIn(prepare(template.graph, template.inputs, fuse), node, path, fuse);
}
