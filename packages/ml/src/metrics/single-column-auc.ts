import type { Column, NumericColumn } from "../columns.js";
import { type ColumnBins, columnBins } from "./column-bins.js";

/** Limits on the rows: enough to judge one column, and fast. */
const maxTrainRows = 100_000;
const maxTestRows = 50_000;

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
  const trainRows = Math.min(train.length, maxTrainRows);
  const bins = columnBins(train, trainRows);
  const ofTrain = countsByBin(bins, train, yTrain, trainRows);
  const ofTest = countsByBin(bins, test, yTest, Math.min(test.length, maxTestRows));
  const base = ofTrain.positives.reduce(add, 0) / trainRows;
  const scores = Float64Array.from(
    ofTrain.rows,
    (rows, bin) => ((ofTrain.positives[bin] ?? 0) + base) / (rows + 1),
  );
  return Math.min(areaUnderCurve(ofTrain, scores), areaUnderCurve(ofTest, scores));
}

/** Positive rows, and all rows, of each bin. */
interface Counts {
  readonly positives: Uint32Array;
  readonly rows: Uint32Array;
}

function countsByBin(columnBins: ColumnBins, column: Column, y: NumericColumn, rows: number): Counts {
  const counts = { positives: new Uint32Array(columnBins.count), rows: new Uint32Array(columnBins.count) };
  const bins = columnBins.binsOf(column, rows);
  for (let row = 0; row < rows; row++) {
    const bin = bins[row] ?? 0;
    counts.rows[bin] = (counts.rows[bin] ?? 0) + 1;
    if (y[row] === 1) counts.positives[bin] = (counts.positives[bin] ?? 0) + 1;
  }
  return counts;
}

/** @see Mann and Whitney (1947): the share of pairs in which the positive row has the higher score, ties as half */
function areaUnderCurve({ positives, rows }: Counts, scores: Float64Array): number {
  const ascending = Uint32Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let positivesBelow = 0;
  let negativesBelow = 0;
  let pairs = 0;
  for (let i = 0; i < ascending.length; ) {
    const score = scores[ascending[i] ?? 0];
    let positivesHere = 0;
    let negativesHere = 0;
    for (; i < ascending.length && scores[ascending[i] ?? 0] === score; i++) {
      const bin = ascending[i] ?? 0;
      positivesHere += positives[bin] ?? 0;
      negativesHere += (rows[bin] ?? 0) - (positives[bin] ?? 0);
    }
    pairs += positivesHere * (negativesBelow + negativesHere / 2);
    positivesBelow += positivesHere;
    negativesBelow += negativesHere;
  }
  return pairs / (positivesBelow * negativesBelow);
}

function add(a: number, b: number): number {
  return a + b;
}
