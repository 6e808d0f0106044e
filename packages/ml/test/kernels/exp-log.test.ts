import { expect, test } from "vitest";
import { logisticKernel } from "../../src/kernels/logistic-kernel.js";

const kernel = logisticKernel(1);
if (kernel === undefined) throw new Error("This Node has no WebAssembly with SIMD.");
const { functions } = kernel;
const [memory = new Float64Array()] = kernel.columns;

/** exp(x), and log1p of that, by the kernel. */
function expAndLog1p(x: number): { exp: number; log1p: number } {
  memory.set([x, x]);
  functions.expAndLog1p(memory.byteOffset);
  const [exp = Number.NaN, , log1p = Number.NaN] = memory;
  return { exp, log1p };
}

/** The distance to the expected number, in units of its last place. */
function ulps(found: number, expected: number): number {
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(expected))), -1022);
  return Math.abs(found - expected) / 2 ** Math.max(exponent - 52, -1074);
}

/** Numbers ≤ 0: evenly over the whole range, around multiples of ln 2 / 2, where the series ends, and close to 0. */
function* numbersUpToZero(): Generator<number> {
  for (let i = 0; i <= 300_000; i++) yield -i * 0.0025;
  for (let i = 0; i <= 2_200; i++) {
    for (const step of [-1e-9, -1e-14, 0, 1e-14, 1e-9]) yield Math.min(0, (-i * Math.LN2) / 2 + step);
  }
  for (let i = 0; i <= 1_080; i++) yield -(2 ** -i) * 1.37;
}

test("exp is within 2 ulps of Math.exp, from 0 to where it vanishes", () => {
  let largest = 0;
  for (const x of numbersUpToZero()) largest = Math.max(largest, ulps(expAndLog1p(x).exp, Math.exp(x)));
  expect(largest).toBeLessThanOrEqual(2);
});

test("log1p is within 2 ulps of Math.log1p, for the results of exp", () => {
  let largest = 0;
  for (const x of numbersUpToZero()) {
    const { exp, log1p } = expAndLog1p(x);
    largest = Math.max(largest, ulps(log1p, Math.log1p(exp)));
  }
  expect(largest).toBeLessThanOrEqual(2);
});

test("exp of 0 is 1, of −Infinity 0", () => {
  expect(expAndLog1p(0)).toEqual({ exp: 1, log1p: Math.LN2 });
  expect(expAndLog1p(Number.NEGATIVE_INFINITY)).toEqual({ exp: 0, log1p: 0 });
  expect(expAndLog1p(-1e300)).toEqual({ exp: 0, log1p: 0 });
});
