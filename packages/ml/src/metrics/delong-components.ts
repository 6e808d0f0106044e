import { ShapeError } from "../errors.js";
import { sampleMoments } from "./sample-moments.js";

/**
 * For each score, twice the number of the others that are smaller; ties count once. Whole numbers, so that differences of
 * two scores' numbers are exact. Both arrays are ascending.
 */
export function countBelowTwice(scores: Float64Array, others: Float64Array): Float64Array {
  const counts = new Float64Array(scores.length);
  let below = 0;
  let notAbove = 0;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    while (below < others.length && (others[below] ?? 0) < score) below++;
    while (notAbove < others.length && (others[notAbove] ?? 0) <= score) notAbove++;
    counts[i] = below + notAbove;
  }
  return counts;
}

/**
 * Mean and standard error of an area under the ROC curve, or of a difference of two, by DeLong's method.
 * @param ofPositive `countBelowTwice` of the m positive rows among the negative ones, or a difference of two
 * @param ofNegative `countBelowTwice` of the n negative rows among the positive ones, or a difference of two
 * @see DeLong et al. (1988), Biometrics 44:837–845; Sun & Xu (2014), IEEE Signal Processing Letters 21:1389–1393
 */
export function meanAndStandardError(
  ofPositive: Float64Array,
  ofNegative: Float64Array,
): { mean: number; standardError: number } {
  const [m, n] = [ofPositive.length, ofNegative.length];
  const { mean, variance } = sampleMoments(ofPositive.map((count) => count / 2 / n));
  const varianceOfNegative = sampleMoments(ofNegative.map((count) => count / 2 / m)).variance;
  return { mean, standardError: Math.sqrt(variance / m + varianceOfNegative / n) };
}

/** @throws {ShapeError} when a class has fewer than two rows */
export function requireSpread(metric: string, positives: number, negatives: number): void {
  if (positives >= 2 && negatives >= 2) return;
  throw new ShapeError(
    `${metric}: found ${positives} positive and ${negatives} negative row(s). ` +
      "Expected at least 2 of each, as one has no spread.",
  );
}
