import type { Artifact, DAGTask, Parameter } from "@tiphys/argo-lint/argo-schema";
import type { Operand } from "../../definition/condition.js";
import { taskDependencies } from "../../definition/dependencies.js";
import { DefinitionError } from "../../definition/errors.js";
import type { ApproveTask, Binding, Graph, MapTask, Task, TemplateTask } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { encodeParameter } from "../../definition/parameter-text.js";
import type { Port } from "../../definition/port.js";
import { indexesName } from "../../definition/port-files.js";
import { isSynthetic } from "../graph/wrap-maps.js";
import {
  indexParameter,
  lengthExpression,
  listLocation,
  needsLength,
  prefixParameter,
  storesMappedArtifacts,
} from "./artifact-lists.js";
import { escapeTags, whenOf } from "./expression.js";
import { itemTag, loopOf } from "./map-items.js";
import { artifactTag, expressionOf, type InputScope, tagOf } from "./references.js";
import { type ManifestPorts, portsOf } from "./types.js";

/** Creates the templates that tasks call and returns their names. */
export interface Templates {
  template(task: TemplateTask): string;
  approve(task: ApproveTask): string;
}

/** A task of a DAG template. */
export function dagTask(task: Task, graph: Graph, from: InputScope, templates: Templates): DAGTask {
  const depends = dependsOf(task);
  const textOf = ({ source }: Operand): string => expressionOf(source, graph, from);
  const common = {
    ...(depends === "" ? {} : { depends }),
    ...(task.when === undefined ? {} : { when: whenOf(task.when, textOf) }),
  };
  if (task.kind === "approve") return { name: task.name, template: templates.approve(task), ...common };
  const implementation = task.template.kind === "step" ? task.template.implementation : undefined;
  const called =
    implementation?.kind === "templateRef"
      ? {
          templateRef: {
            name: implementation.name,
            template: implementation.template,
            ...(implementation.clusterScope ? { clusterScope: true } : {}),
          },
        }
      : { template: templates.template(task) };
  const args = argumentsOf(task, graph, from);
  return {
    name: task.name,
    ...called,
    ...common,
    ...(task.kind === "map" ? loopOf(task, graph, from) : {}),
    ...omitUndefined({ arguments: args }),
    ...task.dagTask,
  };
}

function dependsOf(task: Task): string {
  return [...taskDependencies(task).tasks]
    .map(([name, need]) =>
      need === "succeeded" ? `${name}.Succeeded` : `(${name}.Succeeded || ${name}.Skipped)`,
    )
    .join(" && ");
}

function argumentsOf(task: TemplateTask, graph: Graph, from: InputScope): ManifestPorts | undefined {
  const parameters: Parameter[] = [];
  const artifacts: Artifact[] = [];
  for (const [name, port] of Object.entries(task.template.inputs)) {
    const binding = task.wiring[name];
    if (binding === undefined) continue;
    if (port.kind === "parameter")
      parameters.push({ name, value: parameterValue(name, port, binding, task, graph, from) });
    else if (binding.kind === "source") {
      artifacts.push(artifactArgument(name, port, binding, task, graph));
      if (task.template.kind === "workflow" && port.list && needsLength(task.template, name)) {
        parameters.push({
          name: indexesName(name),
          value: `{{=toJson(${lengthExpression(binding.source, graph)})}}`,
        });
      }
    }
  }
  if (task.kind === "repeat") parameters.push({ name: roundParameter, value: "0" });
  parameters.push(...mapParameters(task));
  return portsOf(parameters, artifacts);
}

/** The parameter with the number of the round of a repeated task, from 0. */
export const roundParameter = "round";

/** The parameters of templates that store artifacts of a map. */
function mapParameters(task: TemplateTask): Parameter[] {
  const { template } = task;
  const here = `{{inputs.parameters.${prefixParameter}}}`;
  if (template.kind === "workflow") {
    if (!storesMappedArtifacts(template.graph)) return [];
    return [{ name: prefixParameter, value: isSynthetic(template) ? here : `${here}/${task.name}` }];
  }
  const stored = Object.entries(template.outputs).find(([, port]) => port.kind === "artifact");
  if (task.kind !== "map" || stored === undefined) return [];
  if (template.implementation?.kind === "templateRef") {
    throw new DefinitionError(
      `task "${task.name}" maps a template of the cluster with the output artifact "${stored[0]}", and the path where each iteration stores it is not known here. Remove it from the outputs that ${template.name} declares, or output a parameter.`,
    );
  }
  return [
    { name: prefixParameter, value: here },
    { name: indexParameter, value: "{{item.index}}" },
  ];
}

function parameterValue(
  name: string,
  port: Port,
  binding: Binding,
  task: TemplateTask,
  graph: Graph,
  from: InputScope,
): string {
  if (binding.kind === "source") {
    return binding.source.from === "item"
      ? itemTag(binding.source, task)
      : tagOf(binding.source, graph, from);
  }
  return port.kind === "parameter"
    ? escapeTags(encodeParameter(`input "${name}"`, port.schema, binding.value))
    : "";
}

function artifactArgument(
  name: string,
  port: Port & { readonly kind: "artifact" },
  binding: Binding & { readonly kind: "source" },
  task: TemplateTask,
  graph: Graph,
): Artifact {
  const optional = binding.maybe || port.list || binding.source.from === "output" ? { optional: true } : {};
  if (binding.source.from === "item") {
    if (task.kind !== "map")
      throw new DefinitionError(`task "${task.name}" reads an item, but is not a map.`);
    return { name, ...itemOf(task, port, graph) };
  }
  const place = port.list ? listLocation(binding.source, graph) : undefined;
  if (place?.kind === "prefix") return { name, s3: { key: place.key }, ...optional };
  return { name, from: artifactTag(binding.source), ...optional };
}

/** The input artifact of one iteration. */
function itemOf(
  task: MapTask,
  port: Port & { readonly kind: "artifact" },
  graph: Graph,
): Omit<Artifact, "name"> {
  const { items } = task.map;
  if (items.kind === "value") {
    throw new DefinitionError(`task "${task.name}" maps plain values, but its input is an artifact.`);
  }
  const { source } = items;
  const { extension } = port.codec;
  const file = extension === "" ? "{{item.index}}" : `{{item.index}}.${extension}`;
  const place = listLocation(source, graph);
  return place.kind === "prefix"
    ? { s3: { key: `${place.key}/${file}` } }
    : { from: artifactTag(source), subPath: file };
}
