/**
 * Formats a number with this many decimals, as Python's `format(value, ".2f")` does: a tie is rounded to the even digit
 * (0.625 → 0.62), where JavaScript's `toFixed` rounds up (0.63).
 * @param value finite, |value| < 1e21
 * @param digits a whole number from 0 to 99
 */
export function formatFixed(value: number, digits: number): string {
  const rounded = value.toFixed(digits);
  // A tie has digits + 1 decimals, so it is a multiple of 2^−(digits + 1); toFixed is exact for all of these.
  const oneMore = value.toFixed(digits + 1);
  const isTie = oneMore.endsWith("5") && Number.isInteger(value * 2 ** (digits + 1));
  if (!isTie) return rounded;
  const towardsZero = oneMore.slice(0, digits === 0 ? -2 : -1);
  return /[02468]$/.test(towardsZero) ? towardsZero : rounded;
}
