import type { DatePart } from "../../../workflow/src/dataset/date-column.js";
import { parseNumber } from "../../../workflow/src/dataset/parse-number.js";
import { asTexts, distinctOf, isNumber } from "../csv/cells.js";
import { areCodes, areTooLarge, type DecimalMark, parseNumbers } from "../csv/parse-numbers.js";
import { areCompactDates, areMonths, isDate, isTimeOfDay } from "./dates.js";
import { type Doubt, doubtOf } from "./doubt.js";
import { type NumberRange, paddedRange } from "./number-range.js";

/** Up to this number, categories need only three rows each on average: a country's regions, a shop's departments. */
const fewCategories = 50;

/** Maximum number of categories: enough for the countries of the world. */
const maxCategories = 256;

/** Rows that each category needs on average, above `fewCategories`. */
const minRowsPerCategory = 10;

/** Maximum number of encoded cells (200 MB), above `fewCategories`. */
const maxEncodedCells = 25_000_000;

/** Up to this number of distinct values, most of them numbers, a column may be one of categories. */
const fewNumbers = 10;

/** A text that means a range of numbers: "3+", "<1", "5 or more", "5-9", "over 60". */
const isOpenNumber =
  /^([<>≤≥~]=?\s*\d|\d[\d.,]*\s*[-–+]|\d[\d.,]*\s+\D|(more|less|fewer|over|under|above|below|at|up|from)\b.*\d)/i;

/** Why a column of dates is left out. */
export const holdsDates = "it holds dates. Convert them to numbers first, such as days or years";
const timesOfDay = "it holds times of day. Convert them to numbers first, such as hours";
const tooLarge =
  "its whole numbers are too large to be distinguished as numbers. They are identifiers, or need an exponent";

/** A column to learn from. */
export type Feature = {
  readonly name: string;
  /** The cells for the dataset's file. */
  readonly cells: readonly string[];
  readonly missing: number;
  readonly doubt?: Doubt;
} & (
  | { readonly kind: "number"; readonly integer: boolean; readonly range: NumberRange }
  | { readonly kind: "flag" }
  | { readonly kind: "category"; readonly categories: readonly string[] }
  | {
      readonly kind: "date";
      /** The numbers that are made of a date. */
      readonly parts: readonly DatePart[];
      /** What comes first in dates such as 31/12/2024; undefined if nothing had to be inferred. */
      readonly first?: "day" | "month" | undefined;
    }
);

/** A column that is left out, with the reason as the end of a sentence. */
export interface LeftOut {
  readonly name: string;
  readonly kind: "left out";
  readonly because: string;
}

/**
 * Infers the kind of a column, or why it cannot be learned from.
 * @param mark the decimal mark of the file's other columns
 */
export function inferFeature(name: string, cells: readonly string[], mark?: DecimalMark): Feature | LeftOut {
  const leftOut = (because: string): LeftOut => ({ name, kind: "left out", because });
  if (name === "") return leftOut("it has no name");
  if (name === "__proto__") return leftOut("no column of a table can have this name");
  const numbers = parseNumbers(cells, mark);
  const cleaned = numbers?.cells ?? asTexts(cells);
  const distinct = distinctOf(cleaned);
  const missing = cleaned.filter((cell) => cell === "").length;
  const present = cleaned.length - missing;
  if (distinct.length === 0) return leftOut("it is empty");
  if (present < cleaned.length / 20)
    return leftOut(`only ${present} of ${cleaned.length} cells hold a value`);
  if (numbers !== undefined) {
    const found = inferNumber(name, numbers.cells, missing, leftOut);
    const doubt = doubtOf(cells, numbers, mark);
    return found.kind === "left out" || doubt === undefined ? found : { ...found, doubt };
  }
  if (distinct.length === 1) return leftOut(`every value is "${distinct[0]}"`);
  return inferText(name, cleaned, distinct, missing, leftOut);
}

function inferNumber(
  name: string,
  cells: readonly string[],
  missing: number,
  leftOut: (because: string) => LeftOut,
): Feature | LeftOut {
  const values = cells.flatMap((cell) => (cell === "" ? [] : [parseNumber(cell)]));
  const distinct = new Set(values);
  if (distinct.size === 1) return leftOut(`every value is ${values[0]}`);
  if (areCompactDates(cells) || areMonths(cells)) return leftOut(holdsDates);
  if (cells.every((cell) => /^\s*[+-]?\d*\s*$/.test(cell)) && !values.every(Number.isSafeInteger)) {
    return leftOut(tooLarge);
  }
  const integer = values.every(Number.isSafeInteger);
  const range = paddedRange(values);
  if (integer && distinct.size === cells.length) {
    const { least, greatest } = extremes(values);
    if (isNameOfIdentifier(name)) return leftOut("it is an identifier: each row has a number of its own");
    if (cells.length >= 20 && greatest - least === cells.length - 1)
      return leftOut("it only numbers the rows");
  }
  if (integer && distinct.size === 2 && distinct.has(0) && distinct.has(1)) {
    return { name, cells, missing, kind: "flag" };
  }
  return { name, cells, missing, kind: "number", integer, range };
}

function extremes(values: readonly number[]): { least: number; greatest: number } {
  return values.reduce(
    ({ least, greatest }, value) => ({
      least: Math.min(least, value),
      greatest: Math.max(greatest, value),
    }),
    { least: Number.POSITIVE_INFINITY, greatest: Number.NEGATIVE_INFINITY },
  );
}

function inferText(
  name: string,
  cells: readonly string[],
  distinct: readonly string[],
  missing: number,
  leftOut: (because: string) => LeftOut,
): Feature | LeftOut {
  const present = cells.length - missing;
  if (distinct.every(isDate)) return leftOut(holdsDates);
  const bad = badAmongNumbers(cells.filter((cell) => cell !== ""));
  if (bad !== undefined) return leftOut(bad);
  const isUnique = distinct.length === present;
  const isIdentifier = isUnique && (isNameOfIdentifier(name) || present > 10);
  const tooMany = whyTooMany(distinct.length, present);
  if (isIdentifier || tooMany !== undefined) {
    if (areTooLarge(cells)) return leftOut(tooLarge);
    if (distinct.every(isTimeOfDay)) return leftOut(timesOfDay);
  }
  if (isIdentifier) return leftOut("it is an identifier: each row has a text of its own");
  if (tooMany !== undefined) {
    const what = areCodes(cells) ? "codes, some of which begin with 0," : "texts";
    return leftOut(`its ${distinct.length} different ${what} are not categories: ${tooMany}`);
  }
  return { name, cells, missing, kind: "category", categories: [...distinct].sort() };
}

/** Why this number of distinct texts in this number of rows is too large for categories; undefined if it is not. */
function whyTooMany(categories: number, rows: number): string | undefined {
  if (categories <= 10) return undefined;
  if (categories > rows / 3) return `there are fewer than three rows of each in ${rows}`;
  if (categories <= fewCategories) return undefined;
  if (categories > maxCategories) return `there are more than ${maxCategories}`;
  if (categories > rows / minRowsPerCategory) {
    return `more than ${fewCategories} need ${minRowsPerCategory} rows of each, and there are ${rows}`;
  }
  if (categories * rows > maxEncodedCells) {
    return `more than ${fewCategories} would become too many columns for ${rows} rows`;
  }
  return undefined;
}

/** "id", "Customer ID", "customerId", "row_no", "uuid", "index". */
function isNameOfIdentifier(name: string): boolean {
  return (
    /(^|[\s_.-])(id|uuid|guid|key|index|idx|nr|no|number)$/i.test(name) ||
    /[a-z](ID|Id|Key|Nr|No)$/.test(name)
  );
}

/** The fault of a column that would be numeric except for a few cells; undefined for other columns. */
function badAmongNumbers(present: readonly string[]): string | undefined {
  const others = present.filter((cell) => !isNumber(cell));
  const numeric = present.length - others.length;
  if (numeric === 0 || others.length === 0) return undefined;
  if (others.every((cell) => /^[+-]?inf(inity)?$/i.test(cell))) {
    return `${others.length} of its ${present.length} numbers are infinite. Fix such cells first`;
  }
  if (numeric < present.length * 0.9) return undefined;
  // A few repeated numbers, with texts that mean numbers or are repeated too, are categories: 0, 1, 2, 3+.
  const isFew = new Set(present).size <= fewNumbers;
  const bad = isFew
    ? [...new Set(others)].find((cell) => !isOpenNumber.test(cell) && isRare(cell, present))
    : others[0];
  if (bad === undefined) return undefined;
  return `${numeric} of ${present.length} values are numbers, but not "${bad}". Fix such cells first`;
}

/** Whether a cell occurs once, or in at most one of a hundred rows: a mistake rather than a category. */
function isRare(cell: string, present: readonly string[]): boolean {
  const count = present.filter((other) => other === cell).length;
  return count === 1 || count <= present.length / 100;
}
