import { isMissing, isNumber } from "./cells.js";
import { rowOfMaybeCode, withPlainMarks } from "./number-marks.js";
import { withoutUnit } from "./units.js";

/** The decimal mark of a number. */
export type DecimalMark = "," | ".";

/** A column's numbers. */
export interface Numbers {
  /** In the form that the reader of datasets accepts: with a decimal point, and "" for a missing one. */
  readonly cells: readonly string[];
  /** The decimal mark, if the column is unambiguous. */
  readonly mark: DecimalMark | undefined;
  /** The first row with an ambiguous number, if any. */
  readonly doubtful: Doubtful | undefined;
}

/** A row with an ambiguous number. */
export interface Doubtful {
  readonly row: number;
  /**
   * - mark: the mark may be one of decimals or of thousands, as in 1,234, and no other row decides
   * - code: the number may be a code, such as 45E1
   * - scale: the number was multiplied, such as 5K
   */
  readonly why: "mark" | "code" | "scale";
}

// A mark of thousands follows one to three digits, and never a lone 0.
const withDecimalComma = /^[+-]?(?:\d*(?:,\d+)?(?:[eE][+-]?\d+)?|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?)$/;
const withThousands = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const startsWithZero = /^0\d+$/;
const wholeNumber = /^[+-]?\d+$/;

/** Markers of missing values in columns of numbers only; in columns of texts they may have a meaning. */
const markersAmongNumbers =
  /^(-+|\.+|none|nil|missing|unknown|n\.a\.|\(blank\)|#(div\/0!|value!|num!|ref!|name\?))$/i;

/** What was parsed, by the array of the cells, which does not change, and the mark: a column is parsed for several questions. */
const parsed = new WeakMap<readonly string[], Map<DecimalMark, Numbers | undefined>>();

/**
 * Parses the cells as numbers. Undefined if one of them is not a number, or if they are codes, because some begin with a
 * zero. Decimal commas, marks of thousands, percent signs, currencies and units are accepted if the whole column has them;
 * K, M and B, if they differ between cells, are thousands, millions and billions.
 * @param mark the decimal mark of an ambiguous column. Default: a point
 */
export function parseNumbers(cells: readonly string[], mark: DecimalMark = "."): Numbers | undefined {
  const known = parsed.get(cells) ?? new Map<DecimalMark, Numbers | undefined>();
  parsed.set(cells, known);
  if (!known.has(mark)) known.set(mark, parseCells(cells, mark));
  return known.get(mark);
}

function parseCells(cells: readonly string[], mark: DecimalMark): Numbers | undefined {
  const given = cells.map((cell) => (isMissing(cell) ? "" : cell));
  const all = numbersOf(given, mark);
  if (all !== undefined) return all;
  const unmarked = given.map((cell) => (markersAmongNumbers.test(cell.trim()) ? "" : cell));
  const numbers = numbersOf(unmarked, mark);
  // A single number with a marker may be a text with another text.
  return numbers !== undefined && atLeast(2, numbers.cells) ? numbers : undefined;
}

/**
 * Whether these whole numbers are codes: some begin with a significant zero, such as ZIP codes, or exceed the precision of
 * numbers.
 */
export function areCodes(cells: readonly string[]): boolean {
  return cells.some((cell) => startsWithZero.test(cell.trim()) || isTooLarge(cell)) && areDigits(cells);
}

/** Whether some of these whole numbers exceed the precision of numbers. */
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
  // Two texts with the same ending, such as 2D and 3D, are categories.
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

/** Reads the cells with a decimal point, and commas as marks of thousands. */
function fromDecimalPoint(cells: readonly string[]): string[] | undefined {
  if (cells.every((cell) => cell === "" || isNumber(cell))) return [...cells];
  const read = cells.map((cell) => {
    const trimmed = cell.trim();
    return withThousands.test(trimmed) ? trimmed.replaceAll(",", "") : trimmed;
  });
  return read.every((cell) => cell === "" || isNumber(cell)) ? read : undefined;
}

/** Reads the cells with a decimal comma, and points as marks of thousands. */
function fromDecimalComma(cells: readonly string[]): string[] | undefined {
  const trimmed = cells.map((cell) => cell.trim());
  if (!trimmed.every((cell) => withDecimalComma.test(cell))) return undefined;
  const read = trimmed.map((cell) => cell.replaceAll(".", "").replace(",", "."));
  return read.every((cell) => cell === "" || isNumber(cell)) ? read : undefined;
}

function atLeast(count: number, numbers: readonly string[]): boolean {
  return new Set(numbers.flatMap((cell) => (cell === "" ? [] : [Number(cell)]))).size >= count;
}
