// AssemblyScript: vectors of two numbers of 64 bits. A constant is loaded from memory: V8 would build it anew each time, in four
// instructions, and the whole would take a sixth longer.

/** Coefficients of exp(r) = 1 + r + r² q(r), the Taylor series: 1/2! to 1/13! */
const EXP_2 = memory.data<f64>([0.5, 0.5], 16);
const EXP_3 = memory.data<f64>([1.0 / 6.0, 1.0 / 6.0], 16);
const EXP_4 = memory.data<f64>([1.0 / 24.0, 1.0 / 24.0], 16);
const EXP_5 = memory.data<f64>([1.0 / 120.0, 1.0 / 120.0], 16);
const EXP_6 = memory.data<f64>([1.0 / 720.0, 1.0 / 720.0], 16);
const EXP_7 = memory.data<f64>([1.0 / 5040.0, 1.0 / 5040.0], 16);
const EXP_8 = memory.data<f64>([1.0 / 40320.0, 1.0 / 40320.0], 16);
const EXP_9 = memory.data<f64>([1.0 / 362880.0, 1.0 / 362880.0], 16);
const EXP_10 = memory.data<f64>([1.0 / 3628800.0, 1.0 / 3628800.0], 16);
const EXP_11 = memory.data<f64>([1.0 / 39916800.0, 1.0 / 39916800.0], 16);
const EXP_12 = memory.data<f64>([1.0 / 479001600.0, 1.0 / 479001600.0], 16);
const EXP_13 = memory.data<f64>([1.0 / 6227020800.0, 1.0 / 6227020800.0], 16);

/** Lg1 to Lg7 of fdlibm's s_log1p.c. */
const LOG_1 = memory.data<f64>([6.666666666666735130e-1, 6.666666666666735130e-1], 16);
const LOG_2 = memory.data<f64>([3.999999999940941908e-1, 3.999999999940941908e-1], 16);
const LOG_3 = memory.data<f64>([2.857142874366239149e-1, 2.857142874366239149e-1], 16);
const LOG_4 = memory.data<f64>([2.222219843214978396e-1, 2.222219843214978396e-1], 16);
const LOG_5 = memory.data<f64>([1.818357216161805012e-1, 1.818357216161805012e-1], 16);
const LOG_6 = memory.data<f64>([1.531383769920937332e-1, 1.531383769920937332e-1], 16);
const LOG_7 = memory.data<f64>([1.479819860511658591e-1, 1.479819860511658591e-1], 16);

const HALF = EXP_2;
const ONE = memory.data<f64>([1.0, 1.0], 16);
const TWO = memory.data<f64>([2.0, 2.0], 16);
const LOG2_E = memory.data<f64>([1.44269504088896338700, 1.44269504088896338700], 16);
/** ln 2 in two parts, those of fdlibm; the product of the first with a whole number below 2²⁰ is exact. */
const LN2_HIGH = memory.data<f64>([6.93147180369123816490e-1, 6.93147180369123816490e-1], 16);
const LN2_LOW = memory.data<f64>([1.90821492927058770002e-10, 1.90821492927058770002e-10], 16);
/** 1.5 · 2⁵²: adding it rounds to a whole number, which is then in the lowest bits. */
const ROUNDER = memory.data<f64>([6755399441055744.0, 6755399441055744.0], 16);
const ROUNDER_BITS: i64 = 0x4338000000000000;
/** exp of less is 0. */
const LOWEST = memory.data<f64>([-746.0, -746.0], 16);
/** 2⁻¹²⁸ */
const DOWN_128 = memory.data<f64>([2.938735877055719e-39, 2.938735877055719e-39], 16);
const ROOT_2_MINUS_1 = memory.data<f64>([0.41421356237309503, 0.41421356237309503], 16);

/**
 * exp(x) for x ≤ 0, within 1 ulp, subnormal results included. x = k ln 2 + r with |r| ≤ ln 2 / 2, where the series'
 * remainder is below 5e-18.
 * @see Cody, Waite (1980), Software Manual for the Elementary Functions, 6
 */
// @ts-ignore: decorator
@inline
export function expNegative(x: v128): v128 {
  const clamped = f64x2.max(x, v128.load(LOWEST));
  const rounded = f64x2.add(f64x2.mul(clamped, v128.load(LOG2_E)), v128.load(ROUNDER));
  const k = f64x2.sub(rounded, v128.load(ROUNDER));
  const high = f64x2.sub(clamped, f64x2.mul(k, v128.load(LN2_HIGH)));
  const r = f64x2.sub(high, f64x2.mul(k, v128.load(LN2_LOW)));
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const first = f64x2.add(line(r, EXP_2, EXP_3), f64x2.mul(r2, line(r, EXP_4, EXP_5)));
  const second = f64x2.add(line(r, EXP_6, EXP_7), f64x2.mul(r2, line(r, EXP_8, EXP_9)));
  const third = f64x2.add(line(r, EXP_10, EXP_11), f64x2.mul(r2, line(r, EXP_12, EXP_13)));
  const q = f64x2.add(first, f64x2.mul(r4, f64x2.add(second, f64x2.mul(r4, third))));
  const power = f64x2.add(v128.load(ONE), f64x2.add(r, f64x2.mul(r2, q)));
  // · 2ᵏ as · 2ᵏ⁺¹²⁸ · 2⁻¹²⁸, since 2ᵏ alone may be subnormal.
  const exponent = i64x2.add(i64x2.sub(rounded, i64x2.splat(ROUNDER_BITS)), i64x2.splat(128 + 1023));
  return f64x2.mul(f64x2.mul(power, i64x2.shl(exponent, 52)), v128.load(DOWN_128));
}

/** constant + slope · x */
// @ts-ignore: decorator
@inline
function line(x: v128, constant: usize, slope: usize): v128 {
  return f64x2.add(v128.load(constant), f64x2.mul(x, v128.load(slope)));
}

/**
 * log(1 + e) for 0 ≤ e ≤ 1, within 2 ulp.
 * @see fdlibm, s_log1p.c: the same series in s = f / (2 + f)
 */
// @ts-ignore: decorator
@inline
export function log1pUnit(e: v128): v128 {
  // Above √2 − 1, log(1 + e) = ln 2 + log(1 + f) with f = (e − 1) / 2.
  const above = f64x2.gt(e, v128.load(ROOT_2_MINUS_1));
  const f = v128.bitselect(f64x2.mul(f64x2.sub(e, v128.load(ONE)), v128.load(HALF)), e, above);
  const high = v128.and(above, v128.load(LN2_HIGH));
  const low = v128.and(above, v128.load(LN2_LOW));
  const s = f64x2.div(f, f64x2.add(f, v128.load(TWO)));
  const z = f64x2.mul(s, s);
  const z2 = f64x2.mul(z, z);
  const third = f64x2.add(line(z, LOG_5, LOG_6), f64x2.mul(z2, v128.load(LOG_7)));
  const second = f64x2.add(line(z, LOG_3, LOG_4), f64x2.mul(z2, third));
  const series = f64x2.mul(z, f64x2.add(line(z, LOG_1, LOG_2), f64x2.mul(z2, second)));
  const half = f64x2.mul(v128.load(HALF), f64x2.mul(f, f));
  const product = f64x2.mul(s, f64x2.add(half, series));
  return f64x2.sub(high, f64x2.sub(f64x2.sub(half, f64x2.add(product, low)), f));
}
