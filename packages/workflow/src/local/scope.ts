import { type ConditionExpression, evaluateCondition } from "../definition/condition.js";
import { ContractError, UserError } from "../definition/errors.js";
import type { Binding } from "../definition/graph.js";
import type { Port } from "../definition/port.js";
import { describeSource, type Source } from "../definition/source.js";
import { decodeText, encodeText } from "../definition/text-form.js";
import type { Phase } from "./run-record.js";
import type { StoredArtifact, StoredValue, StoredValues } from "./value.js";

/** The item that an iteration of a map works on. */
export type Item =
  | { readonly kind: "parameter"; readonly index: number; readonly value: unknown }
  | { readonly kind: "artifact"; readonly index: number; readonly artifact: StoredArtifact };

/** How a task of the graph has ended, and what it put out. */
export interface TaskResult {
  readonly phase: Phase;
  readonly outputs: StoredValues;
}

/** What references of one graph stand for while it runs. */
export interface Scope {
  readonly inputs: StoredValues;
  readonly results: Map<string, TaskResult>;
  readonly item?: Item;
  /** In an exit handler. */
  readonly exit?: { readonly status: string; readonly failures: string; readonly outputs: StoredValues };
}

/** What a binding gives to an input; undefined where an optional one does not exist. */
export function valueOfBinding(
  scope: Scope,
  binding: Binding,
  port: Port,
  where: string,
): StoredValue | undefined {
  if (binding.kind === "source") {
    const item = valueOfItem(scope, binding.source);
    if (item === undefined) return valueOfSource(scope, binding.source);
    if (item.kind === "artifact") return { kind: "artifact", artifact: item.artifact };
    if (port.kind === "artifact") throw new ContractError(`${where} is an artifact, the map's item is none.`);
    return { kind: "parameter", text: encodeText(where, port.schema, item.value) };
  }
  if (port.kind === "artifact")
    throw new ContractError(`${where} is an artifact, a plain value is wired to it.`);
  return { kind: "parameter", text: encodeText(where, port.schema, binding.value) };
}

/** What a source stands for; undefined where its task did not run. */
export function valueOfSource(scope: Scope, source: Source): StoredValue | undefined {
  switch (source.from) {
    case "input":
      return scope.inputs[source.name];
    case "task":
      return scope.results.get(source.task)?.outputs[source.output];
    case "firstOf": {
      for (const alternative of source.alternatives) {
        const value = valueOfSource(scope, alternative);
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
  scope: Scope,
  source: Source,
):
  | { readonly kind: "parameter"; readonly value: unknown }
  | { readonly kind: "artifact"; readonly artifact: StoredArtifact }
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
export function holds(scope: Scope, expression: ConditionExpression): boolean {
  return evaluateCondition(expression, ({ source, schema }) => {
    const value = valueOfSource(scope, source);
    if (value?.kind !== "parameter")
      throw new UserError(`the condition reads ${describeSource(source)}, which does not exist.`);
    return decodeText(`the condition's ${describeSource(source)}`, schema, value.text);
  });
}
