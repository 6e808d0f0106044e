// AssemblyScript: vectors of two numbers of 64 bits.

const LOG2_E: f64 = 1.44269504088896338700;
// ln 2 in two parts; the product of the first with a whole number below 2²⁰ is exact.
const LN2_HIGH: f64 = 6.93147180369123816490e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
// Adding 1.5 · 2⁵² rounds to a whole number, which is then in the lowest bits.
const ROUNDER: f64 = 6755399441055744.0;
const ROUNDER_BITS: i64 = 0x4338000000000000;

/**
 * exp(x) for x ≤ 0, within 1 ulp, subnormal results included. x = k ln 2 + r, |r| ≤ ln 2 / 2, and
 * exp(r) = 1 + r + r² q(r) with the Taylor series of q up to r¹¹/13!, whose remainder is below 5e-18.
 * @see Cody, Waite (1980), Software Manual for the Elementary Functions, 6; the parts of ln 2 are those of fdlibm's e_exp.c
 */
// @ts-ignore: decorator
@inline
export function expNegative(x: v128): v128 {
  // Below −746 the result is 0.
  const clamped = f64x2.max(x, f64x2.splat(-746.0));
  const rounded = f64x2.add(f64x2.mul(clamped, f64x2.splat(LOG2_E)), f64x2.splat(ROUNDER));
  const k = f64x2.sub(rounded, f64x2.splat(ROUNDER));
  const r = f64x2.sub(
    f64x2.sub(clamped, f64x2.mul(k, f64x2.splat(LN2_HIGH))),
    f64x2.mul(k, f64x2.splat(LN2_LOW)),
  );
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const low = f64x2.add(
    line(r, 1.0 / 2.0, 1.0 / 6.0),
    f64x2.mul(r2, line(r, 1.0 / 24.0, 1.0 / 120.0)),
  );
  const middle = f64x2.add(
    line(r, 1.0 / 720.0, 1.0 / 5040.0),
    f64x2.mul(r2, line(r, 1.0 / 40320.0, 1.0 / 362880.0)),
  );
  const high = f64x2.add(
    line(r, 1.0 / 3628800.0, 1.0 / 39916800.0),
    f64x2.mul(r2, line(r, 1.0 / 479001600.0, 1.0 / 6227020800.0)),
  );
  const q = f64x2.add(low, f64x2.mul(r4, f64x2.add(middle, f64x2.mul(r4, high))));
  const power = f64x2.add(f64x2.splat(1.0), f64x2.add(r, f64x2.mul(r2, q)));
  // · 2ᵏ as · 2ᵏ⁺¹²⁸ · 2⁻¹²⁸, since 2ᵏ alone may be subnormal.
  const exponent = i64x2.add(i64x2.sub(rounded, i64x2.splat(ROUNDER_BITS)), i64x2.splat(128 + 1023));
  return f64x2.mul(f64x2.mul(power, i64x2.shl(exponent, 52)), f64x2.splat(2.938735877055719e-39));
}

// @ts-ignore: decorator
@inline
function line(x: v128, constant: f64, slope: f64): v128 {
  return f64x2.add(f64x2.splat(constant), f64x2.mul(x, f64x2.splat(slope)));
}

/**
 * log(1 + e) for 0 ≤ e ≤ 1, within 2 ulp.
 * @see fdlibm, s_log1p.c: the same series in s = f / (2 + f), with its coefficients
 */
// @ts-ignore: decorator
@inline
export function log1pUnit(e: v128): v128 {
  // Above √2 − 1, log(1 + e) = ln 2 + log(1 + f) with f = (e − 1) / 2.
  const above = f64x2.gt(e, f64x2.splat(0.41421356237309503));
  const f = v128.bitselect(f64x2.mul(f64x2.sub(e, f64x2.splat(1.0)), f64x2.splat(0.5)), e, above);
  const high = v128.and(above, f64x2.splat(LN2_HIGH));
  const low = v128.and(above, f64x2.splat(LN2_LOW));
  const s = f64x2.div(f, f64x2.add(f, f64x2.splat(2.0)));
  const z = f64x2.mul(s, s);
  const z2 = f64x2.mul(z, z);
  const first = line(z, 6.666666666666735130e-1, 3.999999999940941908e-1);
  const second = line(z, 2.857142874366239149e-1, 2.222219843214978396e-1);
  const third = f64x2.add(
    line(z, 1.818357216161805012e-1, 1.531383769920937332e-1),
    f64x2.mul(z2, f64x2.splat(1.479819860511658591e-1)),
  );
  const series = f64x2.mul(z, f64x2.add(first, f64x2.mul(z2, f64x2.add(second, f64x2.mul(z2, third)))));
  const half = f64x2.mul(f64x2.splat(0.5), f64x2.mul(f, f));
  const product = f64x2.mul(s, f64x2.add(half, series));
  return f64x2.sub(high, f64x2.sub(f64x2.sub(half, f64x2.add(product, low)), f));
}
