import type * as z from "zod";
import type { AnyValue, InputValues } from "../../definition/port.js";
import type { ScriptInputs } from "./environment.js";
import { functionSource } from "./function-source.js";
import { nodeProgram } from "./node-program.js";
import { buildScriptStep, type ScriptStep } from "./script-step.js";

/** The options of {@link inlineScript}. */
export interface InlineScriptDefinition<I extends ScriptInputs, Result extends z.ZodType<AnyValue>> {
  /** Letters, digits and hyphens; unique in the project. */
  readonly name: string;
  /** One sentence, shown by `describe`. */
  readonly description?: string;
  /** Parameters. A script cannot have artifacts. */
  readonly inputs: I;
  /** The schema of the function's return value. */
  readonly result: Result;
  /** An image with Node 20 or newer as `node`. Default: "node:24-slim". */
  readonly image?: string;
  /** The function. It may use only its inputs, Node's globals and `await import("node:…")`. */
  readonly run: (inputs: InputValues<I>) => z.output<Result> | Promise<z.output<Result>>;
}

/**
 * Defines a step whose function is written into the manifest, for small steps that need no image of their own.
 *
 * The function must be self-contained, because only its source is used: a name from outside its body is an error. Its output
 * goes to the log. On this machine the same script runs in a separate Node process.
 *
 * ```ts
 * const flipCoin = inlineScript({
 *   name: "flip-coin",
 *   inputs: {},
 *   result: z.enum(["heads", "tails"]),
 *   run: () => (Math.random() < 0.5 ? "heads" : "tails"),
 * });
 * ```
 * @throws {DefinitionError} if the function uses something from outside its own body, and in all cases in which
 *   {@link scriptStep} throws it
 */
export function inlineScript<I extends ScriptInputs, Result extends z.ZodType<AnyValue>>(
  definition: InlineScriptDefinition<I, Result>,
): ScriptStep<I, z.output<Result>> {
  const { image = "node:24-slim", run, ...rest } = definition;
  const where = `inline script ${definition.name}`;
  const source = nodeProgram(functionSource(where, run), definition.inputs, definition.result);
  return buildScriptStep(where, { ...rest, image, command: ["node"], source });
}
