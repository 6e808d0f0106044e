import type { Scores } from "./evaluation.js";

/** The rows of one true class, counted by predicted probability. */
export interface ScoreBins {
  /** Rows in each of the equally wide bins from 0 to 1; a row whose probability is NaN is in no bin. */
  readonly counts: readonly number[];
  readonly rows: number;
  /** Rows whose probability is at least the threshold. */
  readonly predictedPositive: number;
}

/**
 * Counts the rows of one true class by predicted probability.
 * @param positive which class: that of the positive rows, or the other
 * @param bins number of bins, ≥ 1
 */
export function scoreBins(scores: Scores, positive: boolean, bins: number): ScoreBins {
  const counts = Array.from({ length: bins }, () => 0);
  let rows = 0;
  let predictedPositive = 0;
  for (let row = 0; row < scores.probabilities.length; row++) {
    if (Boolean(scores.positive[row]) !== positive) continue;
    const probability = scores.probabilities[row] ?? Number.NaN;
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(probability * bins)));
    const count = counts[bin];
    if (count !== undefined) counts[bin] = count + 1;
    rows++;
    if (probability >= scores.threshold) predictedPositive++;
  }
  return { counts, rows, predictedPositive };
}
