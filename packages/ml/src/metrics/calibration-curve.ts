import { InvalidParameterError } from "../errors.js";
import type { Label, Labels } from "../labels.js";
import { quantile } from "../quantile.js";
import { probabilityPairs } from "./probability-pairs.js";
import { sortNumbers } from "./sort-numbers.js";

/** One number for each bin that has rows, bins ascending. */
export interface CalibrationCurve {
  /** Share of positive rows. */
  readonly probTrue: Float64Array;
  /** Mean predicted probability. */
  readonly probPred: Float64Array;
  /** Rows. */
  readonly counts: Uint32Array;
}

/** How rows are divided into bins. */
export interface CalibrationOptions {
  /** Number of bins, ≥ 1; bins without rows are omitted. Default: 10. */
  readonly nBins?: number;
  /** Bins of equal width, or of equal numbers of rows. Default: "uniform". */
  readonly strategy?: "uniform" | "quantile";
  /** The positive class. Default: the greater of the two labels. */
  readonly posLabel?: Label;
}

/**
 * Mean predicted probability and observed share of positives, bin by bin. For a calibrated model both are equal: rain
 * falls on 30 % of the days for which 30 % was forecast.
 * @param yTrue n ≥ 1 labels of two classes
 * @param yProb n probabilities of the positive class, from 0 to 1
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {OneClassError} when yTrue holds one class only
 * @throws {NotFiniteError | InvalidParameterError} for a probability that is not a number from 0 to 1, or nBins < 1
 * @see scikit-learn, calibration.calibration_curve (default there: 5 bins)
 */
export function calibrationCurve(
  yTrue: Labels,
  yProb: ArrayLike<number>,
  { nBins = 10, strategy = "uniform", posLabel }: CalibrationOptions = {},
): CalibrationCurve {
  if (!(Number.isInteger(nBins) && nBins >= 1)) {
    throw new InvalidParameterError("nBins", nBins, "a whole number of at least 1");
  }
  const isPositive = probabilityPairs("calibrationCurve", yTrue, yProb, posLabel);
  const edges = strategy === "uniform" ? uniformEdges(nBins) : quantileEdges(yProb, nBins);
  const counts = new Uint32Array(nBins);
  const positives = new Float64Array(nBins);
  const sums = new Float64Array(nBins);
  for (let row = 0; row < isPositive.length; row++) {
    const probability = yProb[row] ?? 0;
    const bin = countBelow(edges, probability);
    counts[bin] = (counts[bin] ?? 0) + 1;
    positives[bin] = (positives[bin] ?? 0) + (isPositive[row] ?? 0);
    sums[bin] = (sums[bin] ?? 0) + probability;
  }
  const meanOf = (totals: Float64Array) =>
    totals.map((total, bin) => total / (counts[bin] ?? 0)).filter((_, bin) => (counts[bin] ?? 0) > 0);
  return { probTrue: meanOf(positives), probPred: meanOf(sums), counts: counts.filter((count) => count > 0) };
}

/** How many of the ascending edges are below a number. */
function countBelow(edges: readonly number[], value: number): number {
  let from = 0;
  let to = edges.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((edges[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The edges between the bins; a probability on an edge belongs to the bin below it. */
function uniformEdges(nBins: number): number[] {
  return Array.from({ length: nBins - 1 }, (_, i) => (i + 1) * (1 / nBins));
}

function quantileEdges(yProb: ArrayLike<number>, nBins: number): number[] {
  const sorted = sortNumbers(yProb instanceof Float64Array ? yProb : Float64Array.from(yProb));
  // Through percent, for numpy's rounding: an edge often equals a row's value, and decides that row's bin.
  return uniformEdges(nBins).map((share) => quantile(sorted, (share * 100) / 100));
}
