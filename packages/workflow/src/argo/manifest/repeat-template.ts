import type { Artifact, Parameter, Template } from "@tiphys/argo-lint/argo-schema";
import type { Operand } from "../../definition/condition.js";
import type { Binding, CallTask, Graph, RepeatTask } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { encodeParameter, unwiredText } from "../../definition/parameter-text.js";
import { prefixParameter, storesMappedArtifacts } from "./artifact-lists.js";
import { roundParameter } from "./dag-task.js";
import { escapeTags, whenOf } from "./expression.js";
import { artifactExpression, artifactTag, expressionOf, tagOf } from "./references.js";
import { portsOf } from "./types.js";

/** The task that calls the template recursively. */
export const recursionTask = "again";

/**
 * The template of a repeated task: runs one round, then calls itself until the condition holds. The outputs of the last round
 * are passed back through all calls.
 * @param body the name of the template of one round
 */
export function repeatTemplate(name: string, task: RepeatTask, body: string): Template {
  const { template, repeat } = task;
  const graph = graphOfRound(task);
  const textOf = ({ source }: Operand): string => expressionOf(source, graph, "template");
  const here = { parameters: [] as Parameter[], artifacts: [] as Artifact[] };
  const next = { parameters: [] as Parameter[], artifacts: [] as Artifact[] };
  const inputs = { parameters: [] as Parameter[], artifacts: [] as Artifact[] };
  for (const [input, port] of Object.entries(template.inputs)) {
    const changed = repeat.next[input];
    if (port.kind === "parameter") {
      inputs.parameters.push({
        name: input,
        ...omitUndefined({ value: escapeTags(unwiredText(input, port)) }),
      });
      here.parameters.push({ name: input, value: `{{inputs.parameters.${input}}}` });
      next.parameters.push({
        name: input,
        value:
          changed === undefined ? `{{inputs.parameters.${input}}}` : argumentOf(input, changed, task, graph),
      });
    } else {
      const wired = task.wiring[input] !== undefined;
      if (!wired && changed === undefined) continue;
      const optional = port.need === "optional" || !wired ? { optional: true } : {};
      inputs.artifacts.push({ name: input, ...optional });
      here.artifacts.push({ name: input, from: `{{inputs.artifacts.${input}}}`, ...optional });
      const from = changed?.kind === "source" ? artifactTag(changed.source) : `{{inputs.artifacts.${input}}}`;
      next.artifacts.push({ name: input, from, ...optional });
    }
  }
  inputs.parameters.push({ name: roundParameter });
  next.parameters.push({
    name: roundParameter,
    value: `{{=string(asInt(inputs.parameters.${roundParameter}) + 1)}}`,
  });
  if (template.kind === "workflow" && storesMappedArtifacts(template.graph)) {
    const prefix = `{{inputs.parameters.${prefixParameter}}}`;
    inputs.parameters.push({ name: prefixParameter });
    here.parameters.push({
      name: prefixParameter,
      value: `${prefix}/{{inputs.parameters.${roundParameter}}}`,
    });
    next.parameters.push({ name: prefixParameter, value: prefix });
  }
  const inputPorts = portsOf(inputs.parameters, inputs.artifacts);
  const outputs = outputsOf(task, graph);
  const bodyArguments = portsOf(here.parameters, here.artifacts);
  const nextArguments = portsOf(next.parameters, next.artifacts);
  const last = `{{=asInt(inputs.parameters.${roundParameter}) + 1 < ${repeat.maxRounds}}}`;
  return {
    name,
    ...omitUndefined({ inputs: inputPorts, outputs }),
    dag: {
      tasks: [
        {
          name: task.name,
          template: body,
          ...omitUndefined({ arguments: bodyArguments }),
        },
        {
          name: recursionTask,
          template: name,
          depends: `${task.name}.Succeeded`,
          when: `${last} && !(${whenOf(repeat.until, textOf)})`,
          ...omitUndefined({ arguments: nextArguments }),
        },
      ],
    },
  };
}

function argumentOf(input: string, binding: Binding, task: RepeatTask, graph: Graph): string {
  if (binding.kind === "source") return tagOf(binding.source, graph, "template");
  const port = task.template.inputs[input];
  return port?.kind === "parameter"
    ? escapeTags(encodeParameter(`input "${input}"`, port.schema, binding.value))
    : "";
}

function outputsOf(task: RepeatTask, graph: Graph): ReturnType<typeof portsOf> {
  const parameters: Parameter[] = [];
  const artifacts: Artifact[] = [];
  for (const [output, port] of Object.entries(task.template.outputs)) {
    const own = { from: "task", task: task.name, output } as const;
    const later = { from: "task", task: recursionTask, output } as const;
    const choose = (ownText: string, laterText: string): string =>
      `tasks['${recursionTask}'].status == 'Succeeded' ? ${laterText} : ${ownText}`;
    if (port.kind === "parameter") {
      const expression = choose(expressionOf(own, graph, "template"), expressionOf(later, graph, "template"));
      parameters.push({ name: output, valueFrom: { expression } });
    } else
      artifacts.push({
        name: output,
        fromExpression: choose(artifactExpression(own), artifactExpression(later)),
      });
  }
  return portsOf(parameters, artifacts);
}

/** The graph of a single round, so that a script's result is read as a result. */
function graphOfRound(task: RepeatTask): Graph {
  return { tasks: new Map([[task.name, oneRound(task)]]), outputs: {} };
}

/** The call of one round of a repeated task. */
export function oneRound({ repeat: _repeat, ...task }: RepeatTask): CallTask {
  return { ...task, kind: "call" };
}
