import { InvalidParameterError } from "../errors.js";
import { normalQuantile } from "./normal-quantile.js";

/** A confidence interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** The share of such intervals that hold the true value, in (0, 1). */
  readonly confidence: number;
}

/**
 * How many standard errors a two-sided interval reaches to either side: 1.96 for 0.95.
 * @throws {InvalidParameterError} when confidence is not in (0, 1)
 */
export function standardErrorsFor(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new InvalidParameterError("confidence", confidence, "a number between 0 and 1, such as 0.95");
  }
  return normalQuantile(0.5 + confidence / 2);
}
