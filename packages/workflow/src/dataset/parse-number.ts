const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * The number that a cell holds, as the nearest double: digits with an optional sign, decimal point and exponent,
 * blanks around it allowed. NaN for anything else, also for "NaN", "Infinity", "0x10", "1,5", "1_000" and the empty
 * cell; infinite for numbers beyond the range of a double.
 */
export function parseNumber(cell: string): number {
  const value = Number(cell);
  // What Number() takes and a cell may not hold ("", "0x10", "Infinity") does not begin like this, most cells do.
  if (isDigit(cell.charCodeAt(0)) && endsOrGoesOn(cell.charCodeAt(1))) return value;
  return decimal.test(cell.trim()) ? value : Number.NaN;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function endsOrGoesOn(code: number): boolean {
  return isDigit(code) || code === 46 || Number.isNaN(code);
}
