import { InvalidParameterError } from "../errors.js";
import { normalQuantile } from "./normal-quantile.js";

/** A confidence interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** The confidence level, in (0, 1). */
  readonly confidence: number;
}

/**
 * Half-width of a two-sided interval in standard errors: 1.96 for 0.95.
 * @param confidence in (0, 1)
 * @throws {InvalidParameterError} when confidence is not in (0, 1)
 */
export function standardErrorsFor(confidence: number): number {
  requireConfidence(confidence);
  return normalQuantile(0.5 + confidence / 2);
}

/** @throws {InvalidParameterError} when confidence is not in (0, 1) */
export function requireConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new InvalidParameterError("confidence", confidence, "a number between 0 and 1, such as 0.95");
  }
}
