const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Parses the number in a cell to the nearest double: digits with an optional sign, decimal point and exponent; whitespace
 * around it is allowed.
 * @returns NaN for anything else, including "NaN", "Infinity", "0x10", "1,5", "1_000" and the empty cell; an infinity for
 *   numbers beyond the range of a double
 */
export function parseNumber(cell: string): number {
  const value = Number(cell);
  // Fast path for most cells. Texts that only Number() accepts ("", "0x10", "Infinity") do not begin like this.
  if (isDigit(cell.charCodeAt(0)) && isDigitPointOrEnd(cell.charCodeAt(1))) return value;
  return decimal.test(cell.trim()) ? value : Number.NaN;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isDigitPointOrEnd(code: number): boolean {
  return isDigit(code) || code === 46 || Number.isNaN(code);
}
