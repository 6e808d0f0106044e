import { InvalidParameterError } from "../errors.js";
import { type Interval, standardErrorsFor } from "./interval.js";

/**
 * Confidence interval of a proportion by Wilson's score method: within [0, 1], and accurate for small n and for
 * proportions near 0 or 1.
 * @param successes a whole number from 0 to n
 * @param n number of trials, ≥ 1
 * @param confidence in (0, 1). Default: 0.95
 * @throws {InvalidParameterError} when an argument is out of range
 * @see Wilson (1927), JASA 22:209–212; statsmodels, proportion_confint with method="wilson"
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): Interval {
  if (!(Number.isInteger(n) && n >= 1)) {
    throw new InvalidParameterError("n", n, "a whole number of at least 1");
  }
  if (!(Number.isInteger(successes) && successes >= 0 && successes <= n)) {
    throw new InvalidParameterError("successes", successes, `a whole number from 0 to ${n}`);
  }
  const z = standardErrorsFor(confidence);
  const share = successes / n;
  const shrink = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return {
    // Exactly 0 and 1 at the ends, which rounding would miss.
    lower: successes === 0 ? 0 : centre - half,
    upper: successes === n ? 1 : centre + half,
    confidence,
  };
}
