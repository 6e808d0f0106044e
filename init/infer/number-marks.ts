/** Groups of three digits behind an apostrophe or a blank of any width: 1'500, 1 000 000. */
const grouped = /(?<![\d.,])[1-9]\d{0,2}(?:(['’ \u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?!\d)/g;

/**
 * A cell as the marks of numbers are understood: without apostrophes and blanks between groups of three digits, with a
 * hyphen for a minus sign, and for the brackets around a negative amount.
 */
export function withPlainMarks(cell: string): string {
  return cell
    .trim()
    .replace(/^\(([^()]+)\)$/, "-$1")
    .replace(/^−/, "-")
    .replaceAll(grouped, (digits) => digits.replaceAll(/\D/g, ""));
}

/** Digits with an exponent that has no sign, as programs do not write numbers: 45E1 may be a code. */
const maybeCode = /^\d+[eE]\d+$/;
const withExponent = /^[+-]?[\d.,]+[eE][+-]?\d+$/;

/** The first row of numbers such as 45E1 where no number of the column has another exponent; undefined without any. */
export function rowOfMaybeCode(cells: readonly string[]): number | undefined {
  const trimmed = cells.map((cell) => cell.trim());
  const exponents = trimmed.filter((cell) => withExponent.test(cell));
  if (exponents.length === 0 || !exponents.every((cell) => maybeCode.test(cell))) return undefined;
  return trimmed.findIndex((cell) => maybeCode.test(cell));
}
