import { type Column, isNumericColumn, type NumericColumn, takeRows, widen } from "../columns.js";

/** Limits on the rows: enough to judge one column, and fast. */
const maxTrainRows = 100_000;
const maxTestRows = 50_000;

/** Maximum number of bins for numbers. */
const maxBins = 64;

/**
 * How well one column alone separates two classes, whatever the form of the relation: each text, and each of at most 64
 * bins of numbers, is scored by its share of positive training rows. Missing values have a bin of their own.
 * @param train the column in n ≥ 1 training rows in random order, NaN or "" for missing
 * @param yTrain their labels, 1 for positive
 * @param test the column in n ≥ 1 test rows in random order
 * @param yTest their labels
 * @returns the area under the ROC curve from 0 to 1, the smaller of those of training and test rows: a column whose texts
 *   are all different separates the training rows perfectly, but says nothing about others. NaN when either set has one
 *   class only
 */
export function singleColumnAuc(
  train: Column,
  yTrain: NumericColumn,
  test: Column,
  yTest: NumericColumn,
): number {
  const trained = firstRows(train, maxTrainRows);
  const binOf = binning(trained);
  const trainCounts = countsByBin(trained, yTrain, binOf);
  const testCounts = countsByBin(firstRows(test, maxTestRows), yTest, binOf);
  const base = shareOf([...trainCounts.values()].reduce(add, none));
  const scores = new Map(
    [...trainCounts].map(([bin, { positives, rows }]) => [bin, (positives + base) / (rows + 1)] as const),
  );
  const score = (bin: Bin): number => scores.get(bin) ?? base;
  return Math.min(areaUnderCurve(trainCounts, score), areaUnderCurve(testCounts, score));
}

type Bin = string | number;

interface Counts {
  readonly positives: number;
  readonly rows: number;
}

const none: Counts = { positives: 0, rows: 0 };

function add(a: Counts, b: Counts): Counts {
  return { positives: a.positives + b.positives, rows: a.rows + b.rows };
}

function shareOf({ positives, rows }: Counts): number {
  return positives / rows;
}

function firstRows(column: Column, max: number): Column {
  return column.length <= max
    ? column
    : takeRows(
        column,
        Uint32Array.from({ length: max }, (_, i) => i),
      );
}

/** Each text is a bin. Numbers are cut at quantiles; where there are few distinct ones, each is a bin. */
function binning(train: Column): (cell: Bin) => Bin {
  if (!isNumericColumn(train)) return (cell) => cell;
  const sorted = widen(train)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const distinct = new Set(sorted);
  const cuts =
    distinct.size <= maxBins
      ? Float64Array.from(distinct)
      : Float64Array.from(
          new Set(
            Array.from({ length: maxBins }, (_, i) => sorted[Math.floor((i * sorted.length) / maxBins)] ?? 0),
          ),
        );
  return (cell) => (Number.isNaN(cell) ? Number.NaN : cutsUpTo(cuts, Number(cell)));
}

/** How many of the ascending cuts are ≤ a number. */
function cutsUpTo(cuts: Float64Array, value: number): number {
  let from = 0;
  let to = cuts.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((cuts[middle] ?? 0) <= value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function countsByBin(column: Column, y: NumericColumn, binOf: (cell: Bin) => Bin): Map<Bin, Counts> {
  const counts = new Map<Bin, { positives: number; rows: number }>();
  for (let row = 0; row < column.length; row++) {
    const bin = binOf(column[row] ?? "");
    const found = counts.get(bin) ?? { positives: 0, rows: 0 };
    found.rows += 1;
    if (y[row] === 1) found.positives += 1;
    counts.set(bin, found);
  }
  return counts;
}

/** @see Mann and Whitney (1947): the share of pairs in which the positive row has the higher score, ties as half */
function areaUnderCurve(counts: ReadonlyMap<Bin, Counts>, score: (bin: Bin) => number): number {
  const byScore = new Map<number, Counts>();
  for (const [bin, each] of counts) byScore.set(score(bin), add(byScore.get(score(bin)) ?? none, each));
  let negativesBelow = 0;
  let positives = 0;
  let pairs = 0;
  for (const [, each] of [...byScore].sort(([a], [b]) => a - b)) {
    const negatives = each.rows - each.positives;
    pairs += each.positives * (negativesBelow + negatives / 2);
    negativesBelow += negatives;
    positives += each.positives;
  }
  return pairs / (positives * negativesBelow);
}
