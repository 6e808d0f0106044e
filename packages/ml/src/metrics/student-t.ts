import { twoSidedPValue } from "./two-sided-p-value.js";

/** From so many degrees of freedom on, the distribution is a normal one of another argument, to twelve digits. */
const NEARLY_NORMAL = 10_000;

/** From here on the series of `gammaRatio` has all digits. */
const LARGE = 30;

/** Coefficients of Γ(a + 1/2) / (Γ(a) √a) in powers of 1/a. */
const SERIES = [1, -1 / 8, 1 / 128, 5 / 1024, -21 / 32768, -399 / 262144, 869 / 4194304, 39325 / 33554432];

/** The continued fraction needs about as many terms as the root of the degrees of freedom. */
const MOST_TERMS = 10_000;

/**
 * The probability that a variable with Student's t distribution is at least as far from 0 as t; relative error below 1e-12.
 * @param t a finite number
 * @param degreesOfFreedom ≥ 1
 * @see Abramowitz & Stegun (1964), 26.7.1 and 26.5.8; Press et al. (2007), Numerical Recipes, 6.4; Hill (1970), Algorithm 395
 */
export function twoSidedTPValue(t: number, degreesOfFreedom: number): number {
  const ratio = (t * t) / degreesOfFreedom;
  if (ratio === 0) return 1;
  if (degreesOfFreedom >= NEARLY_NORMAL) return twoSidedPValue(normalArgument(ratio, degreesOfFreedom));
  const a = degreesOfFreedom / 2;
  const logRatio = 2 * Math.log(Math.abs(t)) - Math.log(degreesOfFreedom);
  const log1pRatio = ratio < Number.POSITIVE_INFINITY ? Math.log1p(ratio) : logRatio;
  // x = 1 / (1 + ratio); the incomplete beta function of (a, 1/2) at x.
  const logPower = -a * log1pRatio + 0.5 * (logRatio - log1pRatio);
  const front = (Math.exp(logPower) * gammaRatio(a)) / Math.sqrt(Math.PI);
  const x = 1 / (1 + ratio);
  return x < (a + 1) / (a + 2.5)
    ? (front * betaFraction(a, 0.5, x)) / a
    : 1 - 2 * front * betaFraction(0.5, a, ratio / (1 + ratio));
}

/**
 * The t beyond which both tails together have this probability: 2.23 for 0.05 and 10 degrees of freedom.
 * @param probability in (0, 1)
 * @param degreesOfFreedom ≥ 1
 */
export function twoSidedTQuantile(probability: number, degreesOfFreedom: number): number {
  let low = 0;
  let high = 1;
  while (twoSidedTPValue(high, degreesOfFreedom) > probability) {
    low = high;
    high *= 2;
  }
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (twoSidedTPValue(middle, degreesOfFreedom) > probability) low = middle;
    else high = middle;
  }
  return high;
}

/** The z of the normal distribution that has the same p-value. */
function normalArgument(ratio: number, degreesOfFreedom: number): number {
  const a = degreesOfFreedom - 0.5;
  const b = 48 * a * a;
  const y = a * Math.log1p(ratio);
  const correction = (((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b) + y + 3;
  return (correction / b + 1) * Math.sqrt(y);
}

/** Γ(a + 1/2) / Γ(a). */
function gammaRatio(a: number): number {
  let factor = 1;
  let large = a;
  for (; large < LARGE; large++) factor *= large / (large + 0.5);
  return factor * Math.sqrt(large) * SERIES.reduceRight((sum, coefficient) => sum / large + coefficient, 0);
}

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    result *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    result *= c * d;
    if (Math.abs(c * d - 1) < Number.EPSILON) break;
  }
  return result;
}
