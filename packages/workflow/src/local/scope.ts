import { type ConditionExpression, evaluateCondition } from "../definition/condition.js";
import { ContractError, UserError } from "../definition/errors.js";
import type { Binding } from "../definition/graph.js";
import { decodeParameter, encodeParameter } from "../definition/parameter-text.js";
import type { Inputs, Port } from "../definition/port.js";
import { describeSource, type ValueSource } from "../definition/value-source.js";
import type { Phase } from "./run-record.js";
import type { ArtifactFile, TaskValue, TaskValues } from "./task-value.js";

/** The item of a map's iteration. */
export type Item =
  | { readonly kind: "parameter"; readonly index: number; readonly value: unknown }
  | { readonly kind: "artifact"; readonly index: number; readonly artifact: ArtifactFile };

/** How a task of the graph ended, and its outputs. */
export interface TaskOutcome {
  readonly phase: Phase;
  readonly outputs: TaskValues;
}

/** The values of one graph's references while it runs. */
export interface RunScope {
  readonly inputs: TaskValues;
  readonly results: Map<string, TaskOutcome>;
  readonly item?: Item;
  /** In an exit handler. */
  readonly exit?: { readonly status: string; readonly failures: string; readonly outputs: TaskValues };
}

/**
 * Resolves the wiring of a step or workflow to the values of its inputs.
 * @param ports the inputs of the step or workflow
 */
export function bindWiring(
  wiring: Readonly<Record<string, Binding>>,
  scope: RunScope,
  ports: Inputs,
): TaskValues {
  const values: Record<string, TaskValue | undefined> = {};
  for (const [name, binding] of Object.entries(wiring)) {
    const port = ports[name];
    if (port !== undefined) values[name] = resolveBinding(scope, binding, port, `input "${name}"`);
  }
  return values;
}

/**
 * The value of a binding; undefined if an optional value does not exist.
 * @param where names the input in messages
 * @throws {ContractError} if the value does not match the port
 */
function resolveBinding(scope: RunScope, binding: Binding, port: Port, where: string): TaskValue | undefined {
  if (binding.kind === "source") {
    const item = valueOfItem(scope, binding.source);
    if (item === undefined) return resolveSource(scope, binding.source);
    if (item.kind === "artifact") return { kind: "artifact", artifact: item.artifact };
    if (port.kind === "artifact")
      throw new ContractError(`${where} is an artifact, but the map's item is a parameter.`);
    return { kind: "parameter", text: encodeParameter(where, port.schema, item.value) };
  }
  if (port.kind === "artifact")
    throw new ContractError(`${where} is an artifact, but a plain value is wired to it.`);
  return { kind: "parameter", text: encodeParameter(where, port.schema, binding.value) };
}

/**
 * The value of a source; undefined if its task did not run.
 * @throws {UserError} for a `firstOf` of which no alternative ran
 */
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

/**
 * Whether a condition holds.
 * @throws {UserError} if it reads a value that does not exist
 */
export function conditionHolds(scope: RunScope, expression: ConditionExpression): boolean {
  return evaluateCondition(expression, ({ source, schema }) => {
    const value = resolveSource(scope, source);
    if (value?.kind !== "parameter")
      throw new UserError(`the condition reads ${describeSource(source)}, which does not exist.`);
    return decodeParameter(`the condition's ${describeSource(source)}`, schema, value.text);
  });
}
