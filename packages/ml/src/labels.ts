import { type Column, isNumericColumn, type NumericColumn } from "./columns.js";
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
    if (column instanceof Uint8Array) addBytes(column, numbers);
    else if (isNumericColumn(column)) addNumbers(column, numbers);
    else addLabels(column, numbers, texts);
  }
  if (numbers.size > 0 && texts.size > 0) {
    throw new InvalidParameterError("labels", "numbers and texts together", "labels of one kind");
  }
  return texts.size > 0 ? [...texts].sort() : [...numbers].sort((a, b) => a - b);
}

function addLabels(column: Labels, numbers: Set<number>, texts: Set<string>): void {
  for (let row = 0; row < column.length; row++) {
    const label = column[row];
    if (typeof label === "string") texts.add(label);
    else if (typeof label === "number" && Number.isFinite(label)) numbers.add(label);
    else throw new NotFiniteError("label", row + 1, Number(label));
  }
}

function addBytes(column: Uint8Array, numbers: Set<number>): void {
  const isFound = new Uint8Array(256);
  for (let row = 0; row < column.length; row++) isFound[column[row] ?? 0] = 1;
  isFound.forEach((found, label) => {
    if (found === 1) numbers.add(label);
  });
}

function addNumbers(column: NumericColumn, numbers: Set<number>): void {
  // Most rows have one of the two labels found last: the set is asked for the others only.
  let last = Number.NaN;
  let other = Number.NaN;
  for (let row = 0; row < column.length; row++) {
    const label = column[row] ?? Number.NaN;
    if (label === last || label === other) continue;
    if (!Number.isFinite(label)) throw new NotFiniteError("label", row + 1, label);
    numbers.add(label);
    other = last;
    last = label;
  }
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
  const codes = new Int32Array(labels.length);
  if (!isNumericColumn(labels)) {
    for (let row = 0; row < labels.length; row++) codes[row] = positions.get(labels[row]) ?? -1;
    return codes;
  }
  const [first, second] = classes;
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] ?? Number.NaN;
    codes[row] = label === first ? 0 : label === second ? 1 : (positions.get(label) ?? -1);
  }
  return codes;
}

/** The labels in an array that may be changed. */
export function copyOfLabels(labels: Classes): string[] | number[] {
  return areTexts(labels) ? [...labels] : [...labels];
}

/** 1 for each row with this label, 0 for the others. */
export function rowsOfLabel(labels: Labels, label: Label | undefined): Uint8Array {
  const marks = new Uint8Array(labels.length);
  for (let row = 0; row < labels.length; row++) if (labels[row] === label) marks[row] = 1;
  return marks;
}

/**
 * The label of each row: the way back from `encodeLabels`.
 * @param codes n indexes into `classes`
 */
export function decodeLabels(codes: ArrayLike<number>, classes: Classes): Column {
  if (areTexts(classes)) return Array.from(codes, (code) => classes[code] ?? "");
  const labels = new Float64Array(codes.length);
  for (let row = 0; row < labels.length; row++) labels[row] = classes[codes[row] ?? 0] ?? Number.NaN;
  return labels;
}

function areTexts(classes: Classes): classes is readonly string[] {
  return typeof classes[0] === "string";
}

/** The index of a label in `classes`; −1 for one that is not in it. */
export function positionOfClass(classes: Classes, label: Label): number {
  const known: readonly Label[] = classes;
  return known.indexOf(label);
}
