import { sortNumbers } from "../metrics/sort-numbers.js";
import { quantile } from "../quantile.js";
import type { Predictions } from "./regression-evaluation.js";

/** The rows of one tenth of the predictions. */
export interface ErrorDecile {
  readonly rows: number;
  /** The smallest and the largest prediction. */
  readonly from: number;
  readonly to: number;
  readonly meanPredicted: number;
  readonly meanActual: number;
  readonly meanAbsoluteError: number;
}

/**
 * The errors by decile of the prediction. Equal predictions are in one part, so there are fewer parts where many are equal.
 * @param predictions of any number of rows
 */
export function errorDeciles({ actual, predicted }: Predictions): ErrorDecile[] {
  if (predicted.length === 0) return [];
  const sorted = sortNumbers(Float64Array.from(predicted));
  const cuts = [...new Set(Array.from({ length: 9 }, (_, i) => quantile(sorted, (i + 1) / 10)))];
  const sums = Array.from({ length: cuts.length + 1 }, () => ({
    rows: 0,
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
    predicted: 0,
    actual: 0,
    error: 0,
  }));
  for (let row = 0; row < predicted.length; row++) {
    const [p, a] = [predicted[row] ?? 0, actual[row] ?? 0];
    let part = 0;
    while (part < cuts.length && p > (cuts[part] ?? 0)) part++;
    const sum = sums[part];
    if (sum === undefined) continue;
    sum.rows++;
    if (p < sum.from) sum.from = p;
    if (p > sum.to) sum.to = p;
    sum.predicted += p;
    sum.actual += a;
    sum.error += Math.abs(a - p);
  }
  return sums
    .filter(({ rows }) => rows > 0)
    .map(({ rows, from, to, ...sum }) => ({
      rows,
      from,
      to,
      meanPredicted: sum.predicted / rows,
      meanActual: sum.actual / rows,
      meanAbsoluteError: sum.error / rows,
    }));
}
