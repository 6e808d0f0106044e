import type { Arguments, LifecycleHook, Template } from "../argo-schema/types.js";
import type { DeepPartial } from "../model/deep-partial.js";
import { isObject, type JsonValue, textAt, valueAt } from "../model/json.js";
import type { Manifest } from "../model/manifest.js";
import type { Path } from "../model/path.js";

/** A field whose whole value is an expression. */
export interface ExpressionField {
  readonly text: string;
  readonly path: Path;
  /** Whether its expression may call Argo's own functions: `sprig`, `jsonpath`, `toJson`, `asInt`, `asFloat`. */
  readonly hasArgoFunctions: boolean;
}

type Visit = (text: string | undefined, path: Path, hasArgoFunctions?: boolean) => void;

/**
 * The fields of a manifest that are expressions, except those that contain a tag: their text changes before Argo reads it.
 *
 * Source: the callers of expr.Compile and EvalBool in workflow/controller, workflow/data, workflow/executor, workflow/cron
 * and server/event of Argo
 */
export function expressionFieldsOf(manifest: Manifest): ExpressionField[] {
  const fields: ExpressionField[] = [];
  const visit: Visit = (text, path, hasArgoFunctions = true) => {
    if (text === undefined || text === "" || text.includes("{{")) return;
    fields.push({ text, path, hasArgoFunctions });
  };
  if (manifest.kind === "WorkflowEventBinding") visitBinding(manifest.value, visit);
  if (manifest.kind === "CronWorkflow") {
    const path = ["spec", "stopStrategy", "expression"];
    visit(textAt(manifest.value, path), path, false);
  }
  visitWorkflow(manifest, visit);
  return fields;
}

function visitWorkflow({ spec, specPath, templates }: Manifest, visit: Visit): void {
  visitHooks(spec.hooks, [...specPath, "hooks"], visit);
  const labels = spec.workflowMetadata?.labelsFrom ?? {};
  for (const [name, label] of Object.entries(labels)) {
    visit(label?.expression, [...specPath, "workflowMetadata", "labelsFrom", name, "expression"]);
  }
  if (spec.templateDefaults !== undefined) {
    visitTemplate(spec.templateDefaults, [...specPath, "templateDefaults"], visit);
  }
  for (const { template, path, calls } of templates) {
    visitTemplate(template, path, visit);
    for (const call of calls) {
      visitHooks(call.value.hooks, [...call.path, "hooks"], visit);
      visitArguments(call.value.arguments, [...call.path, "arguments"], visit);
    }
  }
}

function visitTemplate(template: DeepPartial<Template>, path: Path, visit: Visit): void {
  visit(template.retryStrategy?.expression, [...path, "retryStrategy", "expression"]);
  visit(template.http?.successCondition, [...path, "http", "successCondition"], false);
  for (const [i, step] of (template.data?.transformation ?? []).entries()) {
    visit(step.expression, [...path, "data", "transformation", i, "expression"], false);
  }
  for (const [i, { valueFrom }] of (template.outputs?.parameters ?? []).entries()) {
    visit(valueFrom?.expression, [...path, "outputs", "parameters", i, "valueFrom", "expression"]);
  }
  for (const [i, { fromExpression }] of (template.outputs?.artifacts ?? []).entries()) {
    visit(fromExpression, [...path, "outputs", "artifacts", i, "fromExpression"]);
  }
}

function visitArguments(given: DeepPartial<Arguments> | undefined, path: Path, visit: Visit): void {
  for (const [i, { fromExpression }] of (given?.artifacts ?? []).entries()) {
    visit(fromExpression, [...path, "artifacts", i, "fromExpression"]);
  }
}

function visitHooks(
  hooks: { readonly [name: string]: DeepPartial<LifecycleHook> | undefined } | undefined,
  path: Path,
  visit: Visit,
): void {
  for (const [name, hook] of Object.entries(hooks ?? {})) {
    visit(hook?.expression, [...path, name, "expression"]);
    visitArguments(hook?.arguments, [...path, name, "arguments"], visit);
  }
}

/** The selector of events, and the values that an event passes to the workflow. The labels of the new workflow are expressions too. */
function visitBinding(value: JsonValue, visit: Visit): void {
  const selector = ["spec", "event", "selector"];
  visit(textAt(value, selector), selector, false);
  const parameters = ["spec", "submit", "arguments", "parameters"];
  const list = valueAt(value, parameters);
  for (const i of Array.isArray(list) ? list.keys() : []) {
    const path = [...parameters, i, "valueFrom", "event"];
    visit(textAt(value, path), path, false);
  }
  const metadata = ["spec", "submit", "metadata"];
  for (const key of ["name", "generateName"]) visit(textAt(value, [...metadata, key]), [...metadata, key]);
  for (const key of ["labels", "annotations"]) {
    const all = valueAt(value, [...metadata, key]);
    for (const name of isObject(all) ? Object.keys(all) : []) {
      visit(textAt(value, [...metadata, key, name]), [...metadata, key, name]);
    }
  }
}
