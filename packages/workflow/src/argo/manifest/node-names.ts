import type { Graph, Task, Workflow } from "../../definition/graph.js";
import type { Inputs } from "../../definition/port.js";
import { groupConditionals } from "../graph/group-conditionals.js";
import { isSynthetic, wrapMaps } from "../graph/wrap-maps.js";
import { hasDefaults } from "./approve-template.js";
import { recursionTask } from "./repeat-template.js";

/**
 * The names of the nodes of each task in Argo: first the templates that the compiler wrapped above it, from the outermost, then
 * its own.
 *
 * @param inputs the inputs of the graph's workflow
 * @param parent the name of the node that runs the graph; for a whole workflow its name in the cluster
 */
export function nodesOfTasks(graph: Graph, inputs: Inputs, parent: string): Map<string, readonly string[]> {
  return new Map(namesIn(groupConditionals(wrapMaps(graph), inputs), parent, []));
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

function namesIn(graph: Graph, parent: string, above: readonly string[]): [string, readonly string[]][] {
  return [...graph.tasks.values()].flatMap((task) => namesOf(task, [...above, `${parent}.${task.name}`]));
}

function namesOf(task: Task, path: readonly string[]): [string, readonly string[]][] {
  const node = path.at(-1) ?? "";
  if (task.kind === "approve") {
    return [[task.name, hasDefaults(task) ? [...path, `${node}.${task.name}`] : path]];
  }
  const { template } = task;
  if (template.kind === "step" || !isSynthetic(template)) return [[task.name, path]];
  return namesIn(groupConditionals(template.graph, template.inputs), node, path);
}
