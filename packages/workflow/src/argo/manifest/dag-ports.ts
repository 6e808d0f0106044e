import type { Artifact, Parameter, ValueFrom } from "@tiphys/argo-lint/argo-schema";
import { choicesOf } from "../../definition/allowed-values.js";
import { DefinitionError } from "../../definition/errors.js";
import type { Graph, GraphOutput, Workflow } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { absentText, unwiredText } from "../../definition/parameter-text.js";
import { indexesName } from "../../definition/port-files.js";
import { describeSource, type ValueSource } from "../../definition/value-source.js";
import {
  hasLengthParameter,
  lengthExpression,
  listLocation,
  needsLength,
  prefixParameter,
  storesMappedArtifacts,
} from "./artifact-lists.js";
import { escapeTags, quoted } from "./expression.js";
import { artifactExpression, artifactTag, expressionOf, tagOf } from "./references.js";
import { type ManifestPorts, portsOf } from "./types.js";

/** The parameter with the S3 key of an input artifact of a workflow. */
export function keyParameter(artifact: string): string {
  return `${artifact}-key`;
}

/** The inputs of a workflow's template. */
export function graphInputs(workflow: Workflow, graph: Graph): ManifestPorts | undefined {
  const parameters: Parameter[] = [];
  const artifacts: Artifact[] = [];
  for (const [name, port] of Object.entries(workflow.inputs)) {
    if (port.kind === "parameter") {
      const choices = port.need === "optional" ? undefined : choicesOf(port.schema);
      parameters.push({
        name,
        ...omitUndefined({ value: escapeTags(unwiredText(name, port)), enum: choices }),
      });
      continue;
    }
    if (port.origin?.source !== undefined) {
      artifacts.push({ name, ...port.origin.source });
    } else if (port.origin !== undefined) {
      parameters.push({ name: keyParameter(name), value: port.origin.key });
      artifacts.push({ name, s3: { ...port.origin.s3, key: `{{inputs.parameters.${keyParameter(name)}}}` } });
    } else artifacts.push({ name, ...(port.need === "optional" || port.list ? { optional: true } : {}) });
    if (port.list && needsLength(workflow, name)) parameters.push({ name: indexesName(name) });
  }
  if (storesMappedArtifacts(graph)) parameters.push({ name: prefixParameter, value: "{{workflow.name}}" });
  return portsOf(parameters, artifacts);
}

/**
 * The outputs of a workflow's template.
 * @param exported the names of the outputs that an exit handler reads
 */
export function graphOutputs(graph: Graph, exported: ReadonlySet<string>): ManifestPorts | undefined {
  const parameters: Parameter[] = [];
  const artifacts: Artifact[] = [];
  for (const [name, output] of Object.entries(graph.outputs)) {
    const globalName = exported.has(name) ? { globalName: name } : {};
    if (output.port.kind === "parameter") {
      parameters.push({ name, valueFrom: valueFromOf(output.source, graph), ...globalName });
      continue;
    }
    if (output.port.list && hasLengthParameter(output.source, graph))
      parameters.push(...lengthOf(name, output, graph));
    if (output.port.list && listLocation(output.source, graph).kind === "prefix") continue;
    artifacts.push({ name, ...artifactOf(output.source, graph) });
  }
  return portsOf(parameters, artifacts);
}

function lengthOf(name: string, { source }: GraphOutput, graph: Graph): Parameter[] {
  return [
    { name: indexesName(name), valueFrom: { expression: `toJson(${lengthExpression(source, graph)})` } },
  ];
}

function valueFromOf(source: ValueSource, graph: Graph): ValueFrom {
  if (source.from === "firstOf") return { expression: expressionOf(source, graph, "template") };
  if (source.from === "task") {
    const task = graph.tasks.get(source.task);
    const expression = expressionOf(source, graph, "template");
    if (task?.kind === "map" && task.map.items.kind === "source") {
      return { expression: `tasks['${source.task}'].status == 'Skipped' ? '[]' : ${expression}` };
    }
    if (task?.when !== undefined) {
      return {
        expression: `tasks['${source.task}'].status == 'Succeeded' ? ${expression} : ${quoted(absentText)}`,
      };
    }
  }
  return { parameter: tagOf(source, graph, "template") };
}

function artifactOf(source: ValueSource, graph: Graph): Omit<Artifact, "name"> {
  if (source.from === "firstOf") return { fromExpression: artifactExpression(source) };
  if (source.from === "task" && graph.tasks.get(source.task)?.when !== undefined) {
    return { from: artifactTag(source), optional: true };
  }
  if (source.from === "task" || source.from === "input") return { from: artifactTag(source) };
  throw new DefinitionError(`${describeSource(source)} cannot be an output.`);
}
