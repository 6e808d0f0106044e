import { InvalidParameterError, ShapeError } from "../errors.js";
import { encodeLabels, type Labels, uniqueLabels } from "../labels.js";

/** The classes of rows that are to be stratified. */
export interface StratifiedClasses {
  /** The class of each row, from 0; classes ascending. */
  readonly codes: Int32Array;
  /** Rows of each class. */
  readonly counts: Uint32Array;
}

/**
 * Encodes the classes, and checks that they can be divided into this number of folds.
 * @param splitter names the caller in errors
 * @param onWarning receives a warning where the rarest class has fewer rows than there are folds
 * @throws {ShapeError} without y
 * @throws {InvalidParameterError} when y holds fractions, or every class has fewer rows than there are folds
 */
export function stratifiedClasses(
  splitter: string,
  nSplits: number,
  y: Labels | undefined,
  onWarning: ((warning: string) => void) | undefined,
): StratifiedClasses {
  if (y === undefined)
    throw new ShapeError(`${splitter}.split: expected y, whose classes each fold is to have.`);
  const classes = uniqueLabels(y);
  const fraction = classes.find((label) => typeof label === "number" && !Number.isInteger(label));
  if (fraction !== undefined) {
    throw new InvalidParameterError(
      "y",
      fraction,
      "classes: texts or whole numbers. For a continuous target use KFold",
    );
  }
  const codes = encodeLabels(y, classes);
  const counts = new Uint32Array(classes.length);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  const fewest = counts.reduce((least, count) => Math.min(least, count));
  const most = counts.reduce((largest, count) => Math.max(largest, count));
  if (nSplits > most) {
    throw new InvalidParameterError(
      "nSplits",
      nSplits,
      `no more than the rows of the most frequent class, ${most}`,
    );
  }
  if (nSplits > fewest) {
    const rarest = JSON.stringify(classes[counts.indexOf(fewest)]);
    onWarning?.(
      `${splitter}: the rarest class, ${rarest}, has ${fewest} row(s), fewer than the ${nSplits} folds: ` +
        "some folds are without it. Use fewer folds, or join rare classes.",
    );
  }
  return { codes, counts };
}
