/** Up to here the series needs few terms; beyond, the continued fraction does. */
const seriesUpTo = 2.5;

/**
 * The probability that a standard normal variable is at least as far from 0 as z; relative error below 1e-12.
 * @param z a finite number
 * @see Abramowitz & Stegun (1964), 26.2.11 near 0, and 26.2.14, a continued fraction, in the tails
 */
export function twoSidedPValue(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  return x <= seriesUpTo ? 1 - 2 * density * series(x) : 2 * density * continuedFraction(x);
}

/** x + x³/3 + x⁵/(3·5) + …, until a term adds nothing. */
function series(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 3; sum + term !== sum; n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return sum;
}

/** 1/(x + 1/(x + 2/(x + 3/(x + …)))), from the inside. */
function continuedFraction(x: number): number {
  let inner = x;
  for (let k = 120; k >= 1; k--) inner = x + k / inner;
  return 1 / inner;
}
