import { DefinitionError } from "../../definition/errors.js";
import type { Binding, Graph, MapTask, TemplateTask, Workflow } from "../../definition/graph.js";
import { describeSource, type ValueSource } from "../../definition/value-source.js";
import { indexesName } from "../graph/list-indexes.js";
import { isSynthetic } from "../graph/wrap-maps.js";
import { expressionOf } from "./references.js";

/** The parameter by which templates know under which prefix the iterations of their maps store artifacts. */
export const prefixParameter = "artifacts-prefix";
/** The parameter that tells an iteration its number. */
export const indexParameter = "map-index";

/**
 * Where a list of artifacts is found.
 * - `artifact`: a directory that one task put out;
 * - `prefix`: files that the iterations of a map put out, below a key.
 */
export type ListLocation =
  | { readonly kind: "artifact"; readonly source: ValueSource }
  | { readonly kind: "prefix"; readonly key: string };

/** Finds out where a list lies, through nested workflows where it comes out of one. */
export function listLocation(source: ValueSource, graph: Graph): ListLocation {
  const path = pathOfMap(source, graph);
  return path === undefined
    ? { kind: "artifact", source }
    : { kind: "prefix", key: `{{inputs.parameters.${prefixParameter}}}/${path.join("/")}` };
}

/** Names of tasks down to a map, and its output; undefined where one task puts the list out as a directory. */
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
      `${describeSource(source)} is a list of a map inside a repeated workflow; in the cluster it is not known where its last round lies. Put out one artifact instead.`,
    );
  }
  // What the compiler put around tasks does not show in keys, so that they follow from the workflow as it was written.
  return isSynthetic(task.template) ? inner : [task.name, ...inner];
}

/** A list with as many items as a list of artifacts has, as an expression. */
export function lengthExpression(source: ValueSource, graph: Graph): string {
  if (source.from === "input") return `fromJSON(inputs.parameters['${indexesName(source.name)}'])`;
  if (source.from !== "task")
    throw new DefinitionError(`a map cannot run over ${describeSource(source)} in the cluster.`);
  const task = graph.tasks.get(source.task);
  if (task?.kind === "map") return lengthOfMap(task, graph);
  if (task?.kind === "call" && isMapWrapper(task.template)) {
    // The workflow around a map runs over what is wired to it here.
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
      `a map runs over ${describeSource(source)}. How long this list is, only a step of the project tells: put one between that takes the list and puts it out again.`,
    );
  }
  return `fromJSON(tasks['${source.task}'].outputs.parameters['${indexesName(source.output)}'])`;
}

/** Whether a parameter beside a list says how long it is: a container and a template of the cluster write none. */
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

/** Whether some map in a graph, or in a workflow nested in it, puts out artifacts. */
export function storesMappedArtifacts(graph: Graph): boolean {
  return [...graph.tasks.values()].some((task) => {
    if (task.kind === "approve") return false;
    if (task.kind === "map")
      return Object.values(task.template.outputs).some((port) => port.kind === "artifact");
    return task.template.kind === "workflow" && storesMappedArtifacts(task.template.graph);
  });
}

/** Whether a workflow has to know how long an input list of artifacts is: a map runs over it, also further inside. */
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
