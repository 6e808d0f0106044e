import { isMissing, isNumber } from "./cells.js";
import { withoutUnit } from "./units.js";

const withComma = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d+)?(?:[eE][+-]?\d+)?$/;
const withThousands = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const startsWithZero = /^0\d+$/;

/** What says that a value is not known where all others of its column are numbers; as a text it may mean something. */
const markersAmongNumbers =
  /^(-+|\.+|none|nil|missing|unknown|n\.a\.|\(blank\)|#(div\/0!|value!|num!|ref!|name\?))$/i;

/**
 * The cells as the reader of datasets takes numbers: with a decimal point, and "" for a missing one. Undefined where
 * one of them is no number, or where they are codes, as some begin with a zero. Decimal commas, marks of thousands,
 * percent signs, currencies and units are understood where the whole column has them.
 */
export function asNumbers(cells: readonly string[]): string[] | undefined {
  const given = cells.map((cell) => (isMissing(cell) ? "" : cell));
  const all = numbersOf(given);
  if (all !== undefined) return all;
  const unmarked = given.map((cell) => (markersAmongNumbers.test(cell.trim()) ? "" : cell));
  const numbers = numbersOf(unmarked);
  // A single number beside a marker may be a text beside another one.
  return numbers !== undefined && atLeast(2, numbers) ? numbers : undefined;
}

/** Whether some of these digits begin with a zero that means something, as those of a ZIP code. */
export function areCodes(cells: readonly string[]): boolean {
  return (
    cells.some((cell) => startsWithZero.test(cell.trim())) &&
    cells.every((cell) => isMissing(cell) || /^\d+$/.test(cell.trim()))
  );
}

function numbersOf(cells: readonly string[]): string[] | undefined {
  if (areCodes(cells)) return undefined;
  const plain = plainNumbers(cells);
  if (plain !== undefined) return plain;
  const bare = withoutUnit(cells);
  const numbers = bare === undefined ? undefined : plainNumbers(bare);
  // Two texts that end alike, such as 2D and 3D, are categories.
  return numbers !== undefined && atLeast(3, numbers) ? numbers : undefined;
}

function plainNumbers(cells: readonly string[]): string[] | undefined {
  const present = cells.filter((cell) => cell !== "");
  const changed = (change: (cell: string) => string): string[] =>
    cells.map((cell) => (cell === "" ? "" : change(cell.trim())));
  if (present.every(isNumber)) return [...cells];
  const trimmed = present.map((cell) => cell.trim());
  if (trimmed.every((cell) => isNumber(cell) || withThousands.test(cell))) {
    return changed((cell) => cell.replaceAll(",", ""));
  }
  if (trimmed.every((cell) => withComma.test(cell) && /\d/.test(cell))) {
    const pointed = changed((cell) => cell.replaceAll(".", "").replace(",", "."));
    return pointed.every((cell) => cell === "" || isNumber(cell)) ? pointed : undefined;
  }
  return undefined;
}

function atLeast(count: number, numbers: readonly string[]): boolean {
  return new Set(numbers.flatMap((cell) => (cell === "" ? [] : [Number(cell)]))).size >= count;
}
