import { isMissing, isNumber } from "./cells.js";
import { rowOfMaybeCode, withPlainMarks } from "./number-marks.js";
import { withoutUnit } from "./units.js";

/** What stands before the decimals of a number. */
export type DecimalMark = "," | ".";

/** A column's numbers. */
export interface Numbers {
  /** As the reader of datasets takes them: with a decimal point, and "" for a missing one. */
  readonly cells: readonly string[];
  /** The mark of decimals that the column shows beyond doubt, if any. */
  readonly mark: DecimalMark | undefined;
  /** The first row whose number may mean something else, if any. */
  readonly doubtful: Doubtful | undefined;
}

/** A row whose number may mean something else. */
export interface Doubtful {
  readonly row: number;
  /**
   * - mark: the mark may be one of decimals or of thousands, as in 1,234, and no other row tells
   * - code: it may be a code, as 45E1
   * - scale: it was multiplied, as 5K
   */
  readonly why: "mark" | "code" | "scale";
}

// A mark of thousands stands behind one to three digits, and never behind a lone 0.
const withDecimalComma = /^[+-]?(?:\d*(?:,\d+)?(?:[eE][+-]?\d+)?|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?)$/;
const withThousands = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const startsWithZero = /^0\d+$/;
const wholeNumber = /^[+-]?\d+$/;

/** What says that a value is not known where all others of its column are numbers; as a text it may mean something. */
const markersAmongNumbers =
  /^(-+|\.+|none|nil|missing|unknown|n\.a\.|\(blank\)|#(div\/0!|value!|num!|ref!|name\?))$/i;

/**
 * The cells as numbers. Undefined where one of them is no number, or where they are codes, as some begin with a zero.
 * Decimal commas, marks of thousands, percent signs, currencies and units are understood where the whole column has them,
 * and K, M and B as thousands, millions and billions where they differ.
 * @param mark what stands before decimals where the column leaves it in doubt; else a point
 */
export function parseNumbers(cells: readonly string[], mark: DecimalMark = "."): Numbers | undefined {
  const given = cells.map((cell) => (isMissing(cell) ? "" : cell));
  const all = numbersOf(given, mark);
  if (all !== undefined) return all;
  const unmarked = given.map((cell) => (markersAmongNumbers.test(cell.trim()) ? "" : cell));
  const numbers = numbersOf(unmarked, mark);
  // A single number beside a marker may be a text beside another one.
  return numbers !== undefined && atLeast(2, numbers.cells) ? numbers : undefined;
}

/**
 * Whether these whole numbers are texts that happen to be digits: some begin with a zero that means something, as those
 * of a ZIP code, or are so large that numbers cannot tell them apart.
 */
export function areCodes(cells: readonly string[]): boolean {
  return cells.some((cell) => startsWithZero.test(cell.trim()) || isTooLarge(cell)) && areDigits(cells);
}

/** Whether some of these whole numbers are so large that numbers cannot tell them apart. */
export function areTooLarge(cells: readonly string[]): boolean {
  return cells.some(isTooLarge) && areDigits(cells);
}

function areDigits(cells: readonly string[]): boolean {
  return cells.every((cell) => isMissing(cell) || wholeNumber.test(cell.trim()));
}

function isTooLarge(cell: string): boolean {
  return cell.length > 15 && wholeNumber.test(cell.trim()) && !Number.isSafeInteger(Number(cell));
}

function numbersOf(given: readonly string[], mark: DecimalMark): Numbers | undefined {
  if (areCodes(given)) return undefined;
  const plain = plainNumbers(given, mark);
  if (plain !== undefined) return plain;
  const cells = given.map(withPlainMarks);
  const ungrouped = plainNumbers(cells, mark);
  if (ungrouped !== undefined) return ungrouped;
  const bare = withoutUnit(cells);
  if (bare === undefined || areCodes(bare.cells)) return undefined;
  const numbers = plainNumbers(bare.cells, mark);
  // Two texts that end alike, such as 2D and 3D, are categories.
  if (numbers === undefined || !atLeast(3, numbers.cells)) return undefined;
  return bare.scaled === undefined ? numbers : { ...numbers, doubtful: { row: bare.scaled, why: "scale" } };
}

function plainNumbers(cells: readonly string[], mark: DecimalMark): Numbers | undefined {
  const [points, commas] = [fromDecimalPoint(cells), fromDecimalComma(cells)];
  const marked = cells.findIndex((cell) => /[.,]/.test(cell));
  if (points !== undefined && commas !== undefined) {
    const maybeCode = rowOfMaybeCode(cells);
    const doubtful = maybeCode === undefined ? undefined : ({ row: maybeCode, why: "code" } as const);
    if (marked < 0) return { cells: points, mark: undefined, doubtful };
    return { cells: mark === "," ? commas : points, mark: undefined, doubtful: { row: marked, why: "mark" } };
  }
  if (points !== undefined) return { cells: points, mark: marked < 0 ? undefined : ".", doubtful: undefined };
  return commas === undefined ? undefined : { cells: commas, mark: ",", doubtful: undefined };
}

/** The cells read with a decimal point, and commas as marks of thousands. */
function fromDecimalPoint(cells: readonly string[]): string[] | undefined {
  if (cells.every((cell) => cell === "" || isNumber(cell))) return [...cells];
  const read = cells.map((cell) => {
    const trimmed = cell.trim();
    return withThousands.test(trimmed) ? trimmed.replaceAll(",", "") : trimmed;
  });
  return read.every((cell) => cell === "" || isNumber(cell)) ? read : undefined;
}

/** The cells read with a decimal comma, and points as marks of thousands. */
function fromDecimalComma(cells: readonly string[]): string[] | undefined {
  const trimmed = cells.map((cell) => cell.trim());
  if (!trimmed.every((cell) => withDecimalComma.test(cell))) return undefined;
  const read = trimmed.map((cell) => cell.replaceAll(".", "").replace(",", "."));
  return read.every((cell) => cell === "" || isNumber(cell)) ? read : undefined;
}

function atLeast(count: number, numbers: readonly string[]): boolean {
  return new Set(numbers.flatMap((cell) => (cell === "" ? [] : [Number(cell)]))).size >= count;
}
