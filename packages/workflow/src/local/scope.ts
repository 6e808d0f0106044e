import { type ConditionExpression, evaluateCondition } from "../definition/condition.js";
import { ContractError, UserError } from "../definition/errors.js";
import type { Binding } from "../definition/graph.js";
import { decodeParameter, encodeParameter } from "../definition/parameter-text.js";
import type { Port } from "../definition/port.js";
import { describeSource, type ValueSource } from "../definition/value-source.js";
import type { Phase } from "./run-record.js";
import type { ArtifactFile, TaskValue, TaskValues } from "./task-value.js";

/** The item that an iteration of a map works on. */
export type Item =
  | { readonly kind: "parameter"; readonly index: number; readonly value: unknown }
  | { readonly kind: "artifact"; readonly index: number; readonly artifact: ArtifactFile };

/** How a task of the graph has ended, and what it put out. */
export interface TaskOutcome {
  readonly phase: Phase;
  readonly outputs: TaskValues;
}

/** What references of one graph stand for while it runs. */
export interface RunScope {
  readonly inputs: TaskValues;
  readonly results: Map<string, TaskOutcome>;
  readonly item?: Item;
  /** In an exit handler. */
  readonly exit?: { readonly status: string; readonly failures: string; readonly outputs: TaskValues };
}

/** What a binding gives to an input; undefined where an optional one does not exist. */
export function resolveBinding(
  scope: RunScope,
  binding: Binding,
  port: Port,
  where: string,
): TaskValue | undefined {
  if (binding.kind === "source") {
    const item = valueOfItem(scope, binding.source);
    if (item === undefined) return resolveSource(scope, binding.source);
    if (item.kind === "artifact") return { kind: "artifact", artifact: item.artifact };
    if (port.kind === "artifact") throw new ContractError(`${where} is an artifact, the map's item is none.`);
    return { kind: "parameter", text: encodeParameter(where, port.schema, item.value) };
  }
  if (port.kind === "artifact")
    throw new ContractError(`${where} is an artifact, a plain value is wired to it.`);
  return { kind: "parameter", text: encodeParameter(where, port.schema, binding.value) };
}

/** What a source stands for; undefined where its task did not run. */
export function resolveSource(scope: RunScope, source: ValueSource): TaskValue | undefined {
  switch (source.from) {
    case "input":
      return scope.inputs[source.name];
    case "task":
      return scope.results.get(source.task)?.outputs[source.output];
    case "firstOf": {
      for (const alternative of source.alternatives) {
        const value = resolveSource(scope, alternative);
        if (value !== undefined) return value;
      }
      throw new UserError(`none of the alternatives ran: ${describeSource(source)}.`);
    }
    case "status":
      return scope.exit === undefined ? undefined : { kind: "parameter", text: scope.exit.status };
    case "failures":
      return scope.exit === undefined ? undefined : { kind: "parameter", text: scope.exit.failures };
    case "output":
      return scope.exit?.outputs[source.name];
    case "item":
    case "index":
      return undefined;
  }
}

function valueOfItem(
  scope: RunScope,
  source: ValueSource,
):
  | { readonly kind: "parameter"; readonly value: unknown }
  | { readonly kind: "artifact"; readonly artifact: ArtifactFile }
  | undefined {
  const { item } = scope;
  if (item === undefined) return undefined;
  if (source.from === "index") return { kind: "parameter", value: item.index };
  if (source.from !== "item") return undefined;
  if (item.kind === "artifact") return item;
  if (source.field === undefined) return item;
  const { value } = item;
  const fields: Readonly<Record<string, unknown>> =
    typeof value === "object" && value !== null ? { ...value } : {};
  return { kind: "parameter", value: fields[source.field] };
}

/** Whether a condition holds. */
export function conditionHolds(scope: RunScope, expression: ConditionExpression): boolean {
  return evaluateCondition(expression, ({ source, schema }) => {
    const value = resolveSource(scope, source);
    if (value?.kind !== "parameter")
      throw new UserError(`the condition reads ${describeSource(source)}, which does not exist.`);
    return decodeParameter(`the condition's ${describeSource(source)}`, schema, value.text);
  });
}
