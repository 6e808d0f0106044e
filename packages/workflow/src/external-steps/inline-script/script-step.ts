import type * as z from "zod";
import { DefinitionError } from "../../definition/errors.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { decodeParameter } from "../../definition/parameter-text.js";
import { type AnyValue, type ParameterPort, parameter } from "../../definition/port.js";
import { defineStep, type Implementation, type Step } from "../../definition/step.js";
import { environmentOf, environmentWith, type ScriptInputs } from "./environment.js";
import { runScript } from "./run-script.js";

/** The options of {@link scriptStep}. */
export interface ScriptStepDefinition<I extends ScriptInputs, Result extends z.ZodType<AnyValue>> {
  /** Letters, digits and hyphens; unique in the project. */
  readonly name: string;
  /** One sentence, shown by `describe`. */
  readonly description?: string;
  /** Parameters, each in the environment variable `INPUT_<name>`, with underscores for hyphens. */
  readonly inputs: I;
  /** The schema of standard output: the text itself if the schema allows only strings, otherwise JSON. */
  readonly result: Result;
  /** An image that contains the command. */
  readonly image: string;
  /** The interpreter and its options, such as ["python"]. The path of a file with the source is appended. */
  readonly command: readonly string[];
  /** The source code of the script. */
  readonly source: string;
}

/** A step whose only output is `result`. */
export type ScriptStep<I extends ScriptInputs, T extends AnyValue> = Step<
  I,
  { readonly result: ParameterPort<T> }
>;

/**
 * Defines a step that runs a script in any language. The manifest contains the source unchanged.
 *
 * The script receives its parameters as texts in environment variables; a missing optional parameter is `(absent)`. Its
 * standard output is `result`, without one line feed at the end. It should log to standard error.
 *
 * On this machine it runs with the same command, if that is installed (`python3` is used for `python`). Everything else that
 * it needs from the image, such as libraries, must be installed too. Without the command the run ends as incomplete.
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
 * @throws {DefinitionError} if a name is not allowed, two parameters would share a variable, the result's schema has no text
 *   form, the command is empty, or the source has `{{`, which Argo would replace
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
    ...omitUndefined({ description }),
    inputs,
    outputs: { result },
    run,
  });
  // The original `run`, which also works without a context.
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
