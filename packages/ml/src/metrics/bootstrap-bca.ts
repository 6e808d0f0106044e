import type { NumericColumn } from "../columns.js";
import { normalQuantile } from "./normal-quantile.js";
import { twoSidedPValue } from "./two-sided-p-value.js";

/** Above it, leaving out one row after the other would take minutes. */
export const maxJackknifeRows = 50_000;

/**
 * The shares of the resamples between which the bias-corrected and accelerated interval lies, or why there are none.
 * @param evaluate the statistic; NaN where it is undefined
 * @param columns of all rows
 * @param sorted values of the resamples, ascending
 * @param alpha share outside the interval on each side
 * @see Efron & Tibshirani (1993), 14.3 and 15.36; scipy, stats._resampling._bca_interval
 */
export function acceleratedShares<Columns extends NumericColumn[]>(
  evaluate: (columns: Columns) => number,
  columns: readonly [...Columns],
  { estimate, sorted, alpha }: { estimate: number; sorted: Float64Array; alpha: number },
): readonly [number, number] | string {
  let below = 0;
  let notAbove = 0;
  for (const value of sorted) {
    if (value < estimate) below++;
    if (value <= estimate) notAbove++;
  }
  const share = (below + notAbove) / (2 * sorted.length);
  if (share === 0 || share === 1) return "all resamples lie on one side of the estimate";
  const acceleration = accelerationOf(jackknife(evaluate, columns));
  if (!Number.isFinite(acceleration))
    return "leaving out one row changes nothing, or leaves the statistic undefined";
  const bias = normalQuantile(share);
  const corrected = (z: number) => normalProbability(bias + (bias + z) / (1 - acceleration * (bias + z)));
  return [corrected(normalQuantile(alpha)), corrected(-normalQuantile(alpha))];
}

/** The statistic without each row in turn. */
function jackknife<Columns extends NumericColumn[]>(
  evaluate: (columns: Columns) => number,
  columns: readonly [...Columns],
): Float64Array {
  const n = columns[0]?.length ?? 0;
  // slice keeps the type of each column, which a mapped tuple does not express.
  const rest = columns.map((column) => column.slice(1)) as unknown as Columns;
  return Float64Array.from({ length: n }, (_, row) => {
    // Of the rows 0 … row − 1 and row + 1 …, only the one before differs from the last time.
    if (row > 0) {
      columns.forEach((column, j) => {
        const target = rest[j];
        if (target !== undefined) target[row - 1] = column[row - 1] ?? 0;
      });
    }
    return evaluate(rest);
  });
}

function accelerationOf(values: Float64Array): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  let cubes = 0;
  let squares = 0;
  for (const value of values) {
    const influence = (n - 1) * (mean - value);
    cubes += influence ** 3;
    squares += influence ** 2;
  }
  return cubes / n ** 3 / 6 / (squares / n ** 2) ** 1.5;
}

/** The share of a standard normal variable up to z. */
function normalProbability(z: number): number {
  const outside = twoSidedPValue(z) / 2;
  return z > 0 ? 1 - outside : outside;
}
