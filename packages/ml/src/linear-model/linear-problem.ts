import { type Column, finiteColumns, materialize, type Table } from "../columns.js";
import { ShapeError } from "../errors.js";
import { requireNumericTarget, requireRows } from "../require-rows.js";
import { requireSampleWeight } from "../sample-weight.js";
import { blockSum } from "./block-sum.js";

/** A power of two whose inverse is finite. */
const LEAST_EXPONENT = -1000;

/** A column as least squares reads it: (value − center) / scale. */
export interface CenteredColumn {
  readonly values: Float64Array;
  /** The weighted mean; 0 without intercept. */
  readonly center: number;
  /** The power of two below the largest |value − center|, so that no square overflows; 0 where all are 0. */
  readonly scale: number;
}

/** A least squares problem: p columns and a target, with a weight for each of n rows. */
export interface LinearProblem {
  readonly featureNames: readonly string[];
  readonly columns: readonly CenteredColumn[];
  readonly target: CenteredColumn;
  /** The root of each row's weight; undefined for 1 each. */
  readonly rootWeights: Float64Array | undefined;
  /** Number of rows. */
  readonly n: number;
  /** Rows of a weight above 0. */
  readonly nWeighted: number;
  readonly totalWeight: number;
}

/**
 * Centres a table and its target.
 * @param estimator names the caller in errors
 * @throws {ShapeError | NotFiniteError | NotNumericError | InvalidParameterError} for rows that least squares cannot use
 */
export function linearProblem(
  estimator: string,
  x: Table,
  y: Column,
  fitIntercept: boolean,
  sampleWeight: ArrayLike<number> | undefined,
): LinearProblem {
  const table = materialize(x);
  if (table.numCols() === 0) throw new ShapeError(`${estimator}.fit: x has no columns to learn from.`);
  requireRows(estimator, table, y);
  const n = table.numRows();
  const weights = requireSampleWeight(sampleWeight, n);
  const totalWeight = weights === undefined ? n : sumOf(n, (i) => weights[i] ?? 0);
  const centered = (values: Float64Array) => centeredColumn(values, weights, totalWeight, fitIntercept);
  return {
    featureNames: table.columnNames(),
    columns: finiteColumns(table).map(centered),
    target: centered(requireNumericTarget(y)),
    rootWeights: weights?.map(Math.sqrt),
    n,
    nWeighted: weights === undefined ? n : sumOf(n, (i) => ((weights[i] ?? 0) > 0 ? 1 : 0)),
    totalWeight,
  };
}

/** A cell of a centred column, times the root of its row's weight. */
export function cellOf(
  { values, center }: CenteredColumn,
  rootWeights: Float64Array | undefined,
  i: number,
): number {
  return ((values[i] ?? 0) - center) * (rootWeights?.[i] ?? 1);
}

/** Copies the cells of the rows from start to end, end excluded, divided by the column's scale. */
export function copyCells(
  { values, center, scale }: CenteredColumn,
  rootWeights: Float64Array | undefined,
  start: number,
  end: number,
  into: Float64Array,
): void {
  const factor = scale > 0 ? 1 / scale : 0;
  for (let i = start; i < end; i++) into[i - start] = ((values[i] ?? 0) - center) * factor;
  if (rootWeights === undefined) return;
  for (let i = start; i < end; i++) into[i - start] = (into[i - start] ?? 0) * (rootWeights[i] ?? 0);
}

function centeredColumn(
  values: Float64Array,
  weights: Float64Array | undefined,
  totalWeight: number,
  isCentered: boolean,
): CenteredColumn {
  const [least, greatest] = rangeOf(values, weights);
  const center = isCentered ? meanOf(values, weights, totalWeight, least, greatest) : 0;
  const largest = Math.max(greatest - center, center - least);
  const exponent = Math.max(LEAST_EXPONENT, Math.floor(Math.log2(largest)));
  return { values, center, scale: largest > 0 ? 2 ** exponent : 0 };
}

/** The least and the greatest value in rows of a weight above 0. */
function rangeOf(values: Float64Array, weights: Float64Array | undefined): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    if (weights?.[i] === 0) continue;
    const value = values[i] ?? 0;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}

/** The mean in two passes, of which the second adds what the first rounded off. That of a constant column is exact. */
function meanOf(
  values: Float64Array,
  weights: Float64Array | undefined,
  totalWeight: number,
  least: number,
  greatest: number,
): number {
  if (least === greatest) return least;
  const n = values.length;
  const mean = sumOf(n, (i) => (weights?.[i] ?? 1) * ((values[i] ?? 0) / totalWeight));
  return mean + sumOf(n, (i) => (weights?.[i] ?? 1) * (((values[i] ?? 0) - mean) / totalWeight));
}

function sumOf(n: number, term: (i: number) => number): number {
  return blockSum(n, (start, end) => {
    let sum = 0;
    for (let i = start; i < end; i++) sum += term(i);
    return sum;
  });
}
