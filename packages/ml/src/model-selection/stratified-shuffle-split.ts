import { InvalidParameterError, ShapeError } from "../errors.js";
import { encodeLabels, type Labels, uniqueLabels } from "../labels.js";
import { approximateMode } from "./approximate-mode.js";
import type { RandomState } from "./random-state.js";
import type { SplitSizes } from "./split-sizes.js";

/**
 * Draws row numbers for training and test sets that keep the proportions of the classes.
 * @param labels the class of each row
 * @throws {ShapeError} when a class has one row only
 * @throws {InvalidParameterError} when a set has fewer rows than there are classes
 * @see scikit-learn, model_selection.StratifiedShuffleSplit
 */
export function stratifiedShuffleSplit(
  labels: Labels,
  { nTrain, nTest }: SplitSizes,
  random: RandomState,
): { train: Uint32Array; test: Uint32Array } {
  const rowsOfClass = groupRows(labels);
  requireAsManyAsClasses("trainSize", nTrain, rowsOfClass.length);
  requireAsManyAsClasses("testSize", nTest, rowsOfClass.length);

  const counts = rowsOfClass.map((rows) => rows.length);
  const nTrainOfClass = approximateMode(counts, nTrain, random);
  const remaining = counts.map((count, i) => count - (nTrainOfClass[i] ?? 0));
  const nTestOfClass = approximateMode(remaining, nTest, random);

  const train = new Uint32Array(nTrain);
  const test = new Uint32Array(nTest);
  let trainEnd = 0;
  let testEnd = 0;
  rowsOfClass.forEach((rows, i) => {
    const permuted = random.permutation(rows.length).map((position) => rows[position] ?? 0);
    const nOfTrain = nTrainOfClass[i] ?? 0;
    const nOfTest = nTestOfClass[i] ?? 0;
    train.set(permuted.subarray(0, nOfTrain), trainEnd);
    test.set(permuted.subarray(nOfTrain, nOfTrain + nOfTest), testEnd);
    trainEnd += nOfTrain;
    testEnd += nOfTest;
  });
  random.shuffle(train);
  random.shuffle(test);
  return { train, test };
}

/** The row numbers of each class, classes and rows ascending. */
function groupRows(labels: Labels): Uint32Array[] {
  const classes = uniqueLabels(labels);
  const codes = encodeLabels(labels, classes);
  const counts = new Uint32Array(classes.length);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;

  const singletons = classes.filter((_, code) => (counts[code] ?? 0) < 2);
  if (singletons.length > 0) {
    throw new ShapeError(
      `stratify: each class needs at least 2 rows, one for each side; only 1 row has ${singletons.join(", ")}. ` +
        "Leave such rows out, join rare classes, or split without stratify.",
    );
  }
  const rowsOfClass = Array.from(counts, (count) => new Uint32Array(count));
  const ends = new Uint32Array(classes.length);
  codes.forEach((code, row) => {
    const rows = rowsOfClass[code];
    const end = ends[code] ?? 0;
    if (rows) rows[end] = row;
    ends[code] = end + 1;
  });
  return rowsOfClass;
}

function requireAsManyAsClasses(parameter: string, rows: number, nClasses: number): void {
  if (rows < nClasses) {
    throw new InvalidParameterError(
      parameter,
      `${rows} row(s)`,
      `at least one row for each of the ${nClasses} classes of stratify`,
    );
  }
}
