import type { Label, Labels } from "../labels.js";
import { requireFiniteScores, requirePairs } from "./check-pairs.js";
import { countBelowTwice, meanAndStandardError, requireSpread } from "./delong-components.js";
import { type Interval, standardErrorsFor } from "./interval.js";
import { positiveRows } from "./positive-class.js";
import { twoSidedPValue } from "./two-sided-p-value.js";

/** The difference of two areas under the ROC curve on the same rows, with its confidence interval. */
export interface AucDifference extends Interval {
  /** The second area less the first one. */
  readonly difference: number;
  readonly standardError: number;
  /** The difference in standard errors. Undefined if the standard error is 0 and the difference is not: there is no test then. */
  readonly z?: number;
  /** Of the hypothesis that both areas are equal, two-sided. Undefined where z is. 1 if both scores rank the rows alike. */
  readonly pValue?: number;
}

/**
 * DeLong's paired test of two areas under the ROC curve on the same rows, in O(n log n). The interval is cut to [−1, 1].
 * The test is asymptotic: with few rows of a class its p-value is rough.
 * @param yTrue n labels of two classes, at least two rows of each
 * @param first n finite numbers, larger for a more likely positive class
 * @param second n finite numbers for the same rows
 * @param posLabel the positive class. Default: the greater of the two labels
 * @param confidence in (0, 1). Default: 0.95
 * @throws {ShapeError} when lengths differ or a class has fewer than two rows
 * @throws as `rocCurve` does, and {InvalidParameterError} when confidence is out of range
 * @see DeLong et al. (1988), Biometrics 44:837–845; Sun & Xu (2014), IEEE Signal Processing Letters 21:1389–1393
 */
export function delongTest(
  yTrue: Labels,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { posLabel, confidence = 0.95 }: { readonly posLabel?: Label; readonly confidence?: number } = {},
): AucDifference {
  const width = standardErrorsFor(confidence);
  for (const [name, scores] of [
    ["first", first],
    ["second", second],
  ] as const) {
    requirePairs("delongTest", yTrue, scores);
    requireFiniteScores(name, scores);
  }
  const isPositive = positiveRows("delongTest", yTrue, posLabel);
  const [ofFirst, ofSecond] = [countsOf(isPositive, first), countsOf(isPositive, second)];
  const ofPositive = ofSecond.positive.map((count, row) => count - (ofFirst.positive[row] ?? 0));
  const ofNegative = ofSecond.negative.map((count, row) => count - (ofFirst.negative[row] ?? 0));
  const { mean: difference, standardError: rounded } = meanAndStandardError(ofPositive, ofNegative);
  // Equal numbers have no variance, but the mean that is subtracted from them may be rounded.
  const standardError = isConstant(ofPositive) && isConstant(ofNegative) ? 0 : rounded;
  return {
    difference,
    standardError,
    lower: Math.max(-1, difference - width * standardError),
    upper: Math.min(1, difference + width * standardError),
    confidence,
    ...testOf(difference, standardError),
  };
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

function testOf(difference: number, standardError: number): { z?: number; pValue?: number } {
  if (standardError === 0) return difference === 0 ? { z: 0, pValue: 1 } : {};
  const z = difference / standardError;
  return { z, pValue: twoSidedPValue(z) };
}

/** `countBelowTwice` of the positive and of the negative rows, in the order of the rows. */
function countsOf(isPositive: Uint8Array, scores: ArrayLike<number>) {
  const [positive, negative] = [rowsByScore(isPositive, 1, scores), rowsByScore(isPositive, 0, scores)];
  requireSpread("delongTest", positive.order.length, negative.order.length);
  return {
    positive: inOrder(positive.order, countBelowTwice(positive.sorted, negative.sorted)),
    negative: inOrder(negative.order, countBelowTwice(negative.sorted, positive.sorted)),
  };
}

/** The scores of one class, ascending, and for each the place of its row among the rows of this class. */
function rowsByScore(isPositive: Uint8Array, wanted: 0 | 1, scores: ArrayLike<number>) {
  const ofClass = Float64Array.from(scores).filter((_, row) => isPositive[row] === wanted);
  const order = Uint32Array.from(ofClass.keys()).sort((a, b) => (ofClass[a] ?? 0) - (ofClass[b] ?? 0));
  return { order, sorted: Float64Array.from(order, (row) => ofClass[row] ?? 0) };
}

function inOrder(order: Uint32Array, values: Float64Array): Float64Array {
  const found = new Float64Array(values.length);
  order.forEach((row, i) => {
    found[row] = values[i] ?? 0;
  });
  return found;
}
