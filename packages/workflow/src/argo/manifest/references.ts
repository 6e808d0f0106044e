import { DefinitionError } from "../../definition/errors.js";
import type { Graph } from "../../definition/graph.js";
import { absentText } from "../../definition/parameter-text.js";
import { describeSource, type ValueSource } from "../../definition/value-source.js";
import { quoted } from "./expression.js";

/** Where a graph's inputs are read: in a template, or in an exit handler, which has no arguments. */
export type InputScope = "template" | ExitHandler;

/** What an exit handler can read in addition to the workflow's parameters. */
export interface ExitHandler {
  /** An expression for the failed tasks. */
  readonly failures: string;
}

/** An expression for a parameter: `tasks['flip'].outputs.parameters['result']`. */
export function expressionOf(source: ValueSource, graph: Graph, inputs: InputScope): string {
  switch (source.from) {
    case "input":
      return inputs === "template"
        ? `inputs.parameters['${source.name}']`
        : `workflow.parameters['${source.name}']`;
    case "task":
      return isResult(source, graph)
        ? `tasks['${source.task}'].outputs.result`
        : `tasks['${source.task}'].outputs.parameters['${source.output}']`;
    case "item":
      return `item['${source.field ?? "value"}']`;
    case "index":
      return "item['index']";
    case "status":
      return "workflow.status";
    case "failures":
      if (inputs === "template")
        throw new DefinitionError(`${describeSource(source)} can be read only in an exit handler.`);
      return inputs.failures;
    case "output":
      // The workflow may have failed before it had any output.
      return `(workflow.outputs?.parameters?.['${source.name}'] ?? ${quoted(absentText)})`;
    case "firstOf":
      return chooseFirst(source.alternatives, (alternative) => expressionOf(alternative, graph, inputs));
  }
}

/** A tag for a parameter: `{{tasks.flip.outputs.parameters.result}}`. */
export function tagOf(source: ValueSource, graph: Graph, inputs: InputScope): string {
  switch (source.from) {
    case "input":
      return inputs === "template"
        ? `{{inputs.parameters.${source.name}}}`
        : `{{workflow.parameters.${source.name}}}`;
    case "task":
      return isResult(source, graph)
        ? `{{tasks.${source.task}.outputs.result}}`
        : `{{tasks.${source.task}.outputs.parameters.${source.output}}}`;
    case "index":
      return "{{item.index}}";
    case "status":
      return "{{workflow.status}}";
    default:
      return `{{=${expressionOf(source, graph, inputs)}}}`;
  }
}

/** An artifact for `from`. */
export function artifactTag(source: ValueSource): string {
  switch (source.from) {
    case "input":
      return `{{inputs.artifacts.${source.name}}}`;
    case "task":
      return `{{tasks.${source.task}.outputs.artifacts.${source.output}}}`;
    case "output":
      return `{{workflow.outputs.artifacts.${source.name}}}`;
    default:
      throw new DefinitionError(`${describeSource(source)} cannot be read as an artifact.`);
  }
}

/** An artifact for `fromExpression`. */
export function artifactExpression(source: ValueSource): string {
  switch (source.from) {
    case "task":
      return `tasks['${source.task}'].outputs.artifacts['${source.output}']`;
    case "firstOf":
      return chooseFirst(source.alternatives, artifactExpression);
    default:
      return `inputs.artifacts['${"name" in source ? source.name : ""}']`;
  }
}

/** `a` if its task succeeded, else `b`, …; the last one without a condition. */
function chooseFirst(
  alternatives: readonly ValueSource[],
  expressionOfOne: (source: ValueSource) => string,
): string {
  return alternatives.reduceRight((rest, alternative, i) => {
    const expression = expressionOfOne(alternative);
    if (i === alternatives.length - 1 || alternative.from !== "task") return expression;
    return `tasks['${alternative.task}'].status == 'Succeeded' ? ${expression} : ${rest}`;
  }, "");
}

/** Whether an output is the printed result of a script, which Argo does not treat as a parameter. */
function isResult(source: ValueSource & { readonly from: "task" }, graph: Graph): boolean {
  const task = graph.tasks.get(source.task);
  if (task?.kind !== "call" && task?.kind !== "map") return false;
  const { template } = task;
  return template.kind === "step" && template.implementation?.kind === "script" && source.output === "result";
}
