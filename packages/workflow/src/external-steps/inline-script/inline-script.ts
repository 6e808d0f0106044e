import type * as z from "zod";
import type { AnyValue, InputValues } from "../../definition/port.js";
import type { ScriptInputs } from "./environment.js";
import { functionSource } from "./function-source.js";
import { nodeProgram } from "./node-program.js";
import { buildScriptStep, type ScriptStep } from "./script-step.js";

/** What {@link inlineScript} takes. */
export interface InlineScriptDefinition<I extends ScriptInputs, Result extends z.ZodType<AnyValue>> {
  /** Letters, digits and hyphens; unique in the project. */
  readonly name: string;
  /** One sentence for `describe`. */
  readonly description?: string;
  /** Parameters; a script takes no artifacts. */
  readonly inputs: I;
  /** What the function returns. */
  readonly result: Result;
  /** An image with Node 20 or newer as `node`; "node:24-slim" if not given. */
  readonly image?: string;
  /** The function. It may use its inputs, the globals of Node and `await import("node:…")`, and nothing else. */
  readonly run: (inputs: InputValues<I>) => z.output<Result> | Promise<z.output<Result>>;
}

/**
 * Defines a step whose function stands in the manifest itself, for what needs no image of its own.
 *
 * The function's source is taken, so it must be complete: a name from outside its body is refused. What it prints goes
 * to the log. On this machine the very script of the manifest runs, in a Node process of its own.
 *
 * ```ts
 * const flipCoin = inlineScript({
 *   name: "flip-coin",
 *   inputs: {},
 *   result: z.enum(["heads", "tails"]),
 *   run: () => (Math.random() < 0.5 ? "heads" : "tails"),
 * });
 * ```
 * @throws {DefinitionError} where the function uses something from outside its own body, and for all that
 *   {@link scriptStep} refuses
 */
export function inlineScript<I extends ScriptInputs, Result extends z.ZodType<AnyValue>>(
  definition: InlineScriptDefinition<I, Result>,
): ScriptStep<I, z.output<Result>> {
  const { image = "node:24-slim", run, ...rest } = definition;
  const where = `inline script ${definition.name}`;
  const source = nodeProgram(functionSource(where, run), definition.inputs, definition.result);
  return buildScriptStep(where, { ...rest, image, command: ["node"], source });
}
