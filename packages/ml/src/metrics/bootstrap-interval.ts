import type { NumericColumn } from "../columns.js";
import { InvalidParameterError, MlError, ShapeError } from "../errors.js";
import { RandomState } from "../model-selection/random-state.js";
import { quantile } from "../quantile.js";
import { acceleratedShares, maxJackknifeRows } from "./bootstrap-bca.js";
import { type Interval, standardErrorsFor } from "./interval.js";
import { sampleMoments } from "./sample-moments.js";

/** How an interval is computed by resampling. */
export interface BootstrapOptions {
  /** How often as many rows are drawn, ≥ 2. Default: 9999. A million rows take about 0.1 s each time. */
  readonly nResamples?: number | undefined;
  /** In (0, 1). Default: 0.95. */
  readonly confidence?: number | undefined;
  /** Seed of the draws, a whole number from 0 to 2³² − 1. Default: random. */
  readonly randomState?: number | undefined;
  /**
   * "percentile", or bias-corrected and accelerated, which evaluates the statistic once more for each row, so that its time grows with the
   * square of the number of rows. Default: "percentile" (scipy: "BCa").
   */
  readonly method?: "percentile" | "BCa" | undefined;
}

/** A statistic with its interval, or why it has none. */
export type BootstrapInterval =
  | {
      /** The statistic of all rows. */
      readonly estimate: number;
      readonly interval: Interval;
      /** Standard deviation of the statistic over the resamples. */
      readonly standardError: number;
      readonly reason?: undefined;
    }
  | {
      /** Undefined where the statistic is. */
      readonly estimate: number | undefined;
      readonly interval?: undefined;
      readonly standardError?: undefined;
      /** Why there is no interval, as a clause: "all resamples have the same value". */
      readonly reason: string;
    };

/**
 * Confidence interval of a statistic by the bootstrap: rows are drawn with replacement, and the statistic is computed of each of these resamples.
 * Nothing is allocated for a resample. Degenerate data have no interval, but a reason.
 *
 * @example
 * const { interval, reason } = bootstrapInterval(r2Score, [yTest, predicted], { randomState: 42 });
 *
 * @param statistic of arrays like `columns`, which it must not change and which are used again for the next resample; an error of this package, NaN and infinity
 *   mean that it is undefined
 * @param columns one or more arrays of n ≥ 1 numbers each; cells of a row stay together
 * @throws {ShapeError} when there are no columns or no rows, or lengths differ
 * @throws {InvalidParameterError} when an option is out of range, or method is "BCa" and there are more than 50,000 rows
 * @see scipy, stats.bootstrap with paired=True; the draws are those of random_state=RandomState(seed).
 *   Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapters 13 and 14
 */
export function bootstrapInterval<Columns extends NumericColumn[]>(
  statistic: (...columns: NoInfer<Columns>) => number,
  columns: readonly [...Columns],
  { nResamples = 9999, confidence = 0.95, randomState, method = "percentile" }: BootstrapOptions = {},
): BootstrapInterval {
  const n = requireRows(columns);
  standardErrorsFor(confidence);
  if (!(Number.isInteger(nResamples) && nResamples >= 2)) {
    throw new InvalidParameterError("nResamples", nResamples, "a whole number of at least 2");
  }
  if (method === "BCa" && n > maxJackknifeRows) {
    throw new InvalidParameterError(
      "method",
      `"BCa" with ${n} rows`,
      `"percentile" above ${maxJackknifeRows} rows`,
    );
  }
  // slice keeps the type of each column, which a mapped tuple does not express.
  const buffers = columns.map((column) => column.slice()) as unknown as Columns;
  const evaluate = (parts: Columns): number => statisticOf(statistic, parts);
  const estimate = evaluate(buffers);
  if (!Number.isFinite(estimate)) return { estimate: undefined, reason: "the statistic is not defined" };

  const random = new RandomState(randomState);
  const rows = new Uint32Array(n);
  const values = new Float64Array(nResamples);
  for (let i = 0; i < nResamples; i++) {
    for (let row = 0; row < n; row++) rows[row] = random.interval(n - 1);
    columns.forEach((column, j) => {
      takeInto(column, rows, buffers[j]);
    });
    values[i] = evaluate(buffers);
  }
  const defined = values.filter(Number.isFinite).length;
  if (defined < nResamples) {
    return {
      estimate,
      reason: `the statistic is not defined in ${nResamples - defined} of ${nResamples} resamples`,
    };
  }
  const sorted = values.slice().sort();
  if (sorted[0] === sorted[nResamples - 1]) return { estimate, reason: "all resamples have the same value" };

  const alpha = (1 - confidence) / 2;
  const shares =
    method === "BCa" ? acceleratedShares(evaluate, columns, { estimate, sorted, alpha }) : [alpha, 1 - alpha];
  if (typeof shares === "string") return { estimate, reason: shares };
  const [from = 0, to = 1] = shares;
  return {
    estimate,
    interval: { lower: quantile(sorted, from), upper: quantile(sorted, to), confidence },
    standardError: Math.sqrt(sampleMoments(values).variance),
  };
}

function requireRows(columns: readonly NumericColumn[]): number {
  const n = columns[0]?.length ?? 0;
  if (n > 0 && columns.every((column) => column.length === n)) return n;
  const lengths = columns.map((column) => column.length).join(", ");
  throw new ShapeError(
    `bootstrapInterval: found columns of ${lengths || "no"} rows. Expected at least one column and one row, and equal lengths.`,
  );
}

function statisticOf<Columns extends NumericColumn[]>(
  statistic: (...columns: Columns) => number,
  columns: Columns,
): number {
  try {
    return statistic(...columns);
  } catch (error) {
    if (error instanceof MlError) return Number.NaN;
    throw error;
  }
}

function takeInto(column: NumericColumn, rows: Uint32Array, target: NumericColumn | undefined): void {
  if (target === undefined) return;
  for (let i = 0; i < rows.length; i++) target[i] = column[rows[i] ?? 0] ?? 0;
}
