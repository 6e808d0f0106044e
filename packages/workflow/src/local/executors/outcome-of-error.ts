import { exitCodeOf, UserError } from "../../definition/errors.js";
import type { StepOutcome } from "./executor.js";

/** The outcome of a step that threw this error. */
export function outcomeOfError(error: unknown): StepOutcome & { readonly kind: "failed" } {
  const exitCode = exitCodeOf(error);
  if (!(error instanceof Error)) return { kind: "failed", exitCode, message: String(error) };
  const stack = error instanceof UserError || error.stack === undefined ? {} : { stack: error.stack };
  return { kind: "failed", exitCode, message: error.message || error.name, ...stack };
}
