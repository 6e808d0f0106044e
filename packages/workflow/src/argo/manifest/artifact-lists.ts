import { DefinitionError } from "../../definition/errors.js";
import type { Binding, Graph, MapTask, TemplateTask, Workflow } from "../../definition/graph.js";
import { indexesName } from "../../definition/port-files.js";
import { describeSource, type ValueSource } from "../../definition/value-source.js";
import { isSynthetic } from "../graph/wrap-maps.js";
import { expressionOf } from "./references.js";

/** The parameter with the key prefix under which the iterations of maps store their artifacts. */
export const prefixParameter = "artifacts-prefix";
/** The parameter with the number of the iteration, from 0. */
export const indexParameter = "map-index";

/**
 * Where a list of artifacts is stored.
 * - `artifact`: in a directory that one task outputs;
 * - `prefix`: in files below a key, one from each iteration of a map.
 */
export type ListLocation =
  | { readonly kind: "artifact"; readonly source: ValueSource }
  | { readonly kind: "prefix"; readonly key: string };

/** Finds where a list is stored; follows outputs of nested workflows. */
export function listLocation(source: ValueSource, graph: Graph): ListLocation {
  const path = pathOfMap(source, graph);
  return path === undefined
    ? { kind: "artifact", source }
    : { kind: "prefix", key: `{{inputs.parameters.${prefixParameter}}}/${path.join("/")}` };
}

/** The names of the tasks that lead to a map, and its output; undefined if one task outputs the list as a directory. */
function pathOfMap(source: ValueSource, graph: Graph): string[] | undefined {
  if (source.from !== "task") return undefined;
  const task = graph.tasks.get(source.task);
  if (task === undefined || task.kind === "approve") return undefined;
  if (task.kind === "map") return [task.name, source.output];
  if (task.template.kind === "step") return undefined;
  const output = task.template.graph.outputs[source.output];
  const inner = output === undefined ? undefined : pathOfMap(output.source, task.template.graph);
  if (inner === undefined) return undefined;
  if (task.kind === "repeat") {
    throw new DefinitionError(
      `${describeSource(source)} is a list of a map inside a repeated workflow; in the cluster the path of its last round is not known. Output one artifact instead.`,
    );
  }
  // Keys omit wrappers of the compiler, so they can be derived from the workflow as written.
  return isSynthetic(task.template) ? inner : [task.name, ...inner];
}

/** An expression for a list with as many items as a list of artifacts. */
export function lengthExpression(source: ValueSource, graph: Graph): string {
  if (source.from === "input") return `fromJSON(inputs.parameters['${indexesName(source.name)}'])`;
  if (source.from !== "task")
    throw new DefinitionError(`a map cannot run over ${describeSource(source)} in the cluster.`);
  const task = graph.tasks.get(source.task);
  if (task?.kind === "map") return lengthOfMap(task, graph);
  if (task?.kind === "call" && isMapWrapper(task.template)) {
    // The wrapper of a map runs over the list that is wired to it here.
    const [inner] = task.template.graph.tasks.values();
    const items =
      inner?.kind === "map" && inner.map.items.kind === "source" ? inner.map.items.source : undefined;
    const binding = items?.from === "input" ? task.wiring[items.name] : undefined;
    const isList = inner?.kind === "map" && inner.map.kind === "artifact";
    if (binding?.kind === "source") {
      return isList
        ? lengthExpression(binding.source, graph)
        : `fromJSON(${expressionOf(binding.source, graph, "template")})`;
    }
    if (binding?.kind === "value") return JSON.stringify(binding.value);
  }
  if (!hasLengthParameter(source, graph)) {
    throw new DefinitionError(
      `a map runs over ${describeSource(source)}. Only a step of the project reports the length of a list: insert a step that takes this list and outputs it again.`,
    );
  }
  return `fromJSON(tasks['${source.task}'].outputs.parameters['${indexesName(source.output)}'])`;
}

/** Whether a parameter with the length accompanies a list; a container and a template of the cluster write none. */
export function hasLengthParameter(source: ValueSource, graph: Graph): boolean {
  if (source.from === "firstOf")
    return source.alternatives.every((alternative) => hasLengthParameter(alternative, graph));
  const task = source.from === "task" ? graph.tasks.get(source.task) : undefined;
  if (source.from !== "task" || (task?.kind !== "call" && task?.kind !== "repeat")) return true;
  if (task.template.kind === "step") return task.template.implementation === undefined;
  const inner = task.template.graph.outputs[source.output];
  return inner === undefined || hasLengthParameter(inner.source, task.template.graph);
}

function lengthOfMap({ map }: MapTask, graph: Graph): string {
  if (map.items.kind === "value") {
    const { value } = map.items;
    return `[${(Array.isArray(value) ? value : []).map((_, i) => i).join(", ")}]`;
  }
  return map.kind === "artifact"
    ? lengthExpression(map.items.source, graph)
    : `fromJSON(${expressionOf(map.items.source, graph, "template")})`;
}

function isMapWrapper(template: TemplateTask["template"]): template is Workflow {
  if (template.kind !== "workflow" || !isSynthetic(template)) return false;
  const [first] = template.graph.tasks.values();
  return template.graph.tasks.size === 1 && first?.kind === "map";
}

/** Whether a map in a graph, or in a nested workflow, outputs artifacts. */
export function storesMappedArtifacts(graph: Graph): boolean {
  return [...graph.tasks.values()].some((task) => {
    if (task.kind === "approve") return false;
    if (task.kind === "map")
      return Object.values(task.template.outputs).some((port) => port.kind === "artifact");
    return task.template.kind === "workflow" && storesMappedArtifacts(task.template.graph);
  });
}

/** Whether a workflow needs the length of an input list of artifacts, because a map in it or in a nested workflow runs over it. */
export function needsLength(workflow: Workflow, input: string): boolean {
  return [...workflow.graph.tasks.values()].some((task) => {
    if (task.kind === "approve") return false;
    const isInput = (binding: Binding | undefined): boolean =>
      binding?.kind === "source" && binding.source.from === "input" && binding.source.name === input;
    if (task.kind === "map" && isInput(task.map.items)) return true;
    const { template } = task;
    if (template.kind === "step") return false;
    return Object.entries(task.wiring).some(
      ([name, binding]) => isInput(binding) && needsLength(template, name),
    );
  });
}
