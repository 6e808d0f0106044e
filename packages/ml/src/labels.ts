import { InvalidParameterError, NotFiniteError } from "./errors.js";

/** The name of a class. */
export type Label = number | string;

/** One label for each row: numbers, or texts. */
export type Labels = ArrayLike<number> | readonly string[];

/** The distinct labels, ascending. */
export type Classes = readonly number[] | readonly string[];

/**
 * The distinct labels of one or more columns, ascending (texts by UTF-16 code units).
 * @throws {NotFiniteError} when a label is NaN or infinite
 * @throws {InvalidParameterError} when numbers and texts are mixed
 */
export function uniqueLabels(...columns: readonly Labels[]): Classes {
  const numbers = new Set<number>();
  const texts = new Set<string>();
  for (const column of columns) {
    // Most rows have one of the two labels found last: only for the others the sets are asked.
    let last: Label | undefined;
    let other: Label | undefined;
    for (let row = 0; row < column.length; row++) {
      const label = column[row];
      if (label !== undefined && (label === last || label === other)) continue;
      if (typeof label === "string") texts.add(label);
      else if (typeof label === "number" && Number.isFinite(label)) numbers.add(label);
      else throw new NotFiniteError("label", row + 1, Number(label));
      other = last;
      last = label;
    }
  }
  if (numbers.size > 0 && texts.size > 0) {
    throw new InvalidParameterError("labels", "numbers and texts together", "labels of one kind");
  }
  return texts.size > 0 ? [...texts].sort() : [...numbers].sort((a, b) => a - b);
}

/**
 * The index of each row's label in `classes`.
 * @returns n whole numbers; −1 for a label that is not in `classes`
 */
export function encodeLabels(labels: Labels, classes: Classes): Int32Array {
  const positions = new Map<Label | undefined, number>();
  classes.forEach((label, position) => {
    positions.set(label, position);
  });
  const [first, second = first] = classes;
  const codes = new Int32Array(labels.length);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row];
    codes[row] = label === first ? 0 : label === second ? 1 : (positions.get(label) ?? -1);
  }
  return codes;
}
