import { isMissing, isNumber } from "./cells.js";
import { withoutUnit } from "./units.js";

/** What stands before the decimals of a number. */
export type DecimalMark = "," | ".";

/** A column's numbers. */
export interface Numbers {
  /** As the reader of datasets takes them: with a decimal point, and "" for a missing one. */
  readonly cells: readonly string[];
  /** The mark of decimals that the column shows beyond doubt, if any. */
  readonly mark: DecimalMark | undefined;
  /** The first row where the mark may be one of decimals or of thousands, as in 1,234, if no other row tells. */
  readonly doubtful: number | undefined;
}

// A mark of thousands stands behind one to three digits, and never behind a lone 0.
const withDecimalComma = /^[+-]?(?:\d*(?:,\d+)?(?:[eE][+-]?\d+)?|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?)$/;
const withThousands = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const startsWithZero = /^0\d+$/;

/** What says that a value is not known where all others of its column are numbers; as a text it may mean something. */
const markersAmongNumbers =
  /^(-+|\.+|none|nil|missing|unknown|n\.a\.|\(blank\)|#(div\/0!|value!|num!|ref!|name\?))$/i;

/**
 * The cells as numbers. Undefined where one of them is no number, or where they are codes, as some begin with a zero.
 * Decimal commas, marks of thousands, percent signs, currencies and units are understood where the whole column has them.
 * @param mark what stands before decimals where the column leaves it in doubt; else a point
 */
export function asNumbers(cells: readonly string[], mark: DecimalMark = "."): Numbers | undefined {
  const given = cells.map((cell) => (isMissing(cell) ? "" : cell));
  const all = numbersOf(given, mark);
  if (all !== undefined) return all;
  const unmarked = given.map((cell) => (markersAmongNumbers.test(cell.trim()) ? "" : cell));
  const numbers = numbersOf(unmarked, mark);
  // A single number beside a marker may be a text beside another one.
  return numbers !== undefined && atLeast(2, numbers.cells) ? numbers : undefined;
}

/** Whether some of these digits begin with a zero that means something, as those of a ZIP code. */
export function areCodes(cells: readonly string[]): boolean {
  return (
    cells.some((cell) => startsWithZero.test(cell.trim())) &&
    cells.every((cell) => isMissing(cell) || /^\d+$/.test(cell.trim()))
  );
}

function numbersOf(cells: readonly string[], mark: DecimalMark): Numbers | undefined {
  if (areCodes(cells)) return undefined;
  const plain = plainNumbers(cells, mark);
  if (plain !== undefined) return plain;
  const bare = withoutUnit(cells);
  if (bare === undefined || areCodes(bare)) return undefined;
  const numbers = plainNumbers(bare, mark);
  // Two texts that end alike, such as 2D and 3D, are categories.
  return numbers !== undefined && atLeast(3, numbers.cells) ? numbers : undefined;
}

function plainNumbers(cells: readonly string[], mark: DecimalMark): Numbers | undefined {
  const [points, commas] = [fromDecimalPoint(cells), fromDecimalComma(cells)];
  const marked = cells.findIndex((cell) => /[.,]/.test(cell));
  if (points !== undefined && commas !== undefined) {
    if (marked < 0) return { cells: points, mark: undefined, doubtful: undefined };
    return { cells: mark === "," ? commas : points, mark: undefined, doubtful: marked };
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
