import type * as z from "zod";
import { DefinitionError } from "../../definition/errors.js";
import { decodeParameter } from "../../definition/parameter-text.js";
import { type AnyValue, type ParameterPort, parameter } from "../../definition/port.js";
import { defineStep, type Implementation, type Step } from "../../definition/step.js";
import { environmentOf, environmentWith, type ScriptInputs } from "./environment.js";
import { runScript } from "./run-script.js";

/** What {@link scriptStep} takes. */
export interface ScriptStepDefinition<I extends ScriptInputs, Result extends z.ZodType<AnyValue>> {
  /** Letters, digits and hyphens; unique in the project. */
  readonly name: string;
  /** One sentence for `describe`. */
  readonly description?: string;
  /** Parameters, each in the environment variable `INPUT_<name>`, hyphens as underscores. */
  readonly inputs: I;
  /** What standard output holds: the text itself for a schema of texts, otherwise JSON. */
  readonly result: Result;
  /** An image that has the command. */
  readonly image: string;
  /** The interpreter and its options, such as ["python"]; the path of a file with the source is appended. */
  readonly command: readonly string[];
  /** The script in its own language. */
  readonly source: string;
}

/** A step whose only output is `result`. */
export type ScriptStep<I extends ScriptInputs, T extends AnyValue> = Step<
  I,
  { readonly result: ParameterPort<T> }
>;

/**
 * Defines a step that is a script in any language, which the manifest holds as it is.
 *
 * Its parameters are environment variables with their text form, an optional one that is missing is
 * `(absent)`, and what it prints on standard output is `result` (one line feed at the end is taken off). Its log belongs on standard error.
 *
 * On this machine it runs with the same command, where that is installed (`python3` serves for `python`); what else the
 * image has, such as libraries, must be here too. Without the command the run ends as incomplete.
 *
 * ```ts
 * const rowCount = scriptStep({
 *   name: "row-count",
 *   inputs: { url: parameter(z.url()) },
 *   result: z.int(),
 *   image: "python:3.13-slim",
 *   command: ["python"],
 *   source: `
 * import os, urllib.request
 * print(len(urllib.request.urlopen(os.environ["INPUT_url"]).readlines()))
 * `,
 * });
 * ```
 * @throws {DefinitionError} where a name is not allowed, two parameters would share a variable, the result has no text
 *   form, or the source has `{{`, which Argo would replace
 */
export function scriptStep<I extends ScriptInputs, Result extends z.ZodType<AnyValue>>(
  definition: ScriptStepDefinition<I, Result>,
): ScriptStep<I, z.output<Result>> {
  return buildScriptStep(`script step ${definition.name}`, definition);
}

/** @param where names the step in messages */
export function buildScriptStep<I extends ScriptInputs, Result extends z.ZodType<AnyValue>>(
  where: string,
  definition: ScriptStepDefinition<I, Result>,
): ScriptStep<I, z.output<Result>> {
  const { name, description, inputs, image, command, source } = definition;
  checkScript(where, command, source);
  const implementation: Implementation & { kind: "script" } = {
    kind: "script",
    image,
    command,
    source,
    env: environmentOf(where, inputs),
  };
  const result = parameter(definition.result);
  const run: ScriptStep<I, z.output<Result>>["run"] = async (values, context) => {
    const text = await runScript(where, implementation, environmentWith(inputs, values), context);
    return { result: decodeParameter("result", result.schema, text) };
  };
  const step = defineStep({
    name,
    ...(description === undefined ? {} : { description }),
    inputs,
    outputs: { result },
    run,
  });
  // Its own `run`, because it can do without a context.
  return { ...step, implementation, run };
}

function checkScript(where: string, command: readonly string[], source: string): void {
  if (command.length === 0) throw new DefinitionError(`${where}: its command is empty. Name an interpreter.`);
  const line = source.split("\n").findIndex((text) => text.includes("{{"));
  if (line < 0) return;
  throw new DefinitionError(
    `${where}: line ${line + 1} of its source has {{, which Argo would replace. Write it in another way, such as "{" + "{" or "{ {".`,
  );
}
