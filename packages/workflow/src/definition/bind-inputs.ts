import { didYouMean } from "@tiphys/argo-lint/text";
import { ContractError, DefinitionError } from "./errors.js";
import type { Binding } from "./graph.js";
import { encodeParameter } from "./parameter-text.js";
import type { Inputs, Port } from "./port.js";
import { type AnyRef, isMaybe, isReference } from "./reference.js";
import { describeSource } from "./value-source.js";

/**
 * Turns the wiring of a task into bindings, and checks names, kinds, formats and values.
 * @param where names the workflow and the task in messages
 * @param belongs whether a reference belongs to the graph of the task
 * @param extent "all": every required input must be wired; "some": inputs may be omitted
 * @throws {DefinitionError} naming the input
 */
export function bindInputs(
  where: string,
  inputs: Inputs,
  wiring: Readonly<Record<string, unknown>>,
  belongs: (ref: AnyRef) => boolean,
  extent: "all" | "some",
): Readonly<Record<string, Binding>> {
  const surplus = Object.keys(wiring).find((name) => !(name in inputs));
  if (surplus !== undefined) {
    throw new DefinitionError(
      `${where} has no input "${surplus}".${didYouMean(surplus, Object.keys(inputs))}`,
    );
  }
  const bindings: Record<string, Binding> = {};
  for (const [name, port] of Object.entries(inputs)) {
    const wired = wiring[name];
    if (wired !== undefined) bindings[name] = bind(`${where}: input "${name}"`, port, wired, belongs);
    else if (port.need === "required" && extent === "all") {
      throw new DefinitionError(`${where}: input "${name}" is not wired.`);
    }
  }
  return bindings;
}

function bind(where: string, port: Port, wired: unknown, belongs: (ref: AnyRef) => boolean): Binding {
  if (!isReference(wired)) return bindValue(where, port, wired);
  if (!belongs(wired)) {
    throw new DefinitionError(
      `${where} is wired to a reference of another workflow. Pass the value in as an input of this one.`,
    );
  }
  if (wired.kind !== port.kind) {
    throw new DefinitionError(
      `${where} is ${anA(port.kind)}, but ${describeSource(wired.source)} is ${anA(wired.kind)}.`,
    );
  }
  if (port.kind === "artifact" && wired.kind === "artifact") {
    if (wired.codec.format !== port.codec.format) {
      throw new DefinitionError(
        `${where} reads ${port.codec.format}, but ${describeSource(wired.source)} is ${wired.codec.format}.`,
      );
    }
    if (wired.list !== port.list) {
      throw new DefinitionError(
        `${where} is ${port.list ? "a list of artifacts" : "one artifact"}, but ${describeSource(wired.source)} is ${wired.list ? "a list" : "one artifact"}.`,
      );
    }
  }
  const maybe = isMaybe(wired);
  if (maybe && port.need !== "optional") {
    throw new DefinitionError(
      `${where} must exist, but ${describeSource(wired.source)} may not: its task has a condition. ` +
        "Declare the input as optional(…), or choose with dag.firstOf(…).",
    );
  }
  return { kind: "source", source: wired.source, maybe };
}

function bindValue(where: string, port: Port, value: unknown): Binding {
  if (port.kind === "artifact") {
    throw new DefinitionError(
      `${where} is an artifact, but a plain value is wired to it. Wire a task's output.`,
    );
  }
  try {
    encodeParameter(where, port.schema, value);
  } catch (error) {
    if (error instanceof ContractError) throw new DefinitionError(error.message);
    throw error;
  }
  return { kind: "value", value };
}

function anA(kind: "parameter" | "artifact"): string {
  return kind === "artifact" ? "an artifact" : "a parameter";
}
