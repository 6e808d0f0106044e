/** Groups of three digits after an apostrophe or a space of any width: 1'500, 1 000 000. */
const grouped = /(?<![\d.,])[1-9]\d{0,2}(?:(['’ \u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?!\d)/g;

/**
 * Normalizes the notation of a number: removes apostrophes and spaces between groups of three digits, and writes a hyphen for
 * a minus sign and for the parentheses around a negative amount.
 */
export function withPlainMarks(cell: string): string {
  return cell
    .trim()
    .replace(/^\(([^()]+)\)$/, "-$1")
    .replace(/^−/, "-")
    .replaceAll(grouped, (digits) => digits.replaceAll(/\D/g, ""));
}

/** Digits with an unsigned exponent, which programs do not write: 45E1 may be a code. */
const maybeCode = /^\d+[eE]\d+$/;
const withExponent = /^[+-]?[\d.,]+[eE][+-]?\d+$/;

/** The first row with a number such as 45E1, if all exponents of the column are like that; else undefined. */
export function rowOfMaybeCode(cells: readonly string[]): number | undefined {
  const trimmed = cells.map((cell) => cell.trim());
  const exponents = trimmed.filter((cell) => withExponent.test(cell));
  if (exponents.length === 0 || !exponents.every((cell) => maybeCode.test(cell))) return undefined;
  return trimmed.findIndex((cell) => maybeCode.test(cell));
}
