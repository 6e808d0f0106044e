import { expect, test } from "vitest";
import { twoSidedTPValue, twoSidedTQuantile } from "../../src/metrics/student-t.js";

/** t, degrees of freedom and 2 * stats.t.sf(t, df) of scipy 1.17.1. */
const pValues: [number, number, number][] = [
  [0.3, 1, 0.8144528418445154],
  [12.7, 1, 0.050024327689344165],
  [2.5, 2, 0.12961172022151082],
  [1e-5, 3, 0.9999926489480612],
  [2, 10, 0.07338803477074037],
  [40, 10, 2.2808577430857535e-12],
  [1.96, 1000, 0.050273184955748736],
  [5, 1e6, 5.733997870890745e-7],
  [3, 1e8, 0.0026997967280374935],
  [7, 10000, 2.7240315606798312e-12],
  [30, 20000, 1.866319028796517e-193],
  [300, 5, 7.809907457922212e-12],
];

test.each(pValues)("t of %d with %d degrees of freedom has scipy's p-value", (t, df, expected) => {
  expect(Math.abs(twoSidedTPValue(t, df) / expected - 1)).toBeLessThan(1e-11);
  expect(twoSidedTPValue(-t, df)).toBe(twoSidedTPValue(t, df));
});

test("a t of 0 has the p-value 1, one beyond all numbers 0", () => {
  expect(twoSidedTPValue(0, 5)).toBe(1);
  expect(twoSidedTPValue(1e200, 50)).toBe(0);
  expect(twoSidedTPValue(1e200, 1) / (2 / Math.PI / 1e200)).toBeCloseTo(1, 12);
});

/** Probability, degrees of freedom and stats.t.isf(probability / 2, df) of scipy 1.17.1. */
const quantiles: [number, number, number][] = [
  [0.05, 1, 12.706204736174705],
  [0.05, 2, 4.302652729749464],
  [0.1, 10, 1.812461122811676],
  [0.01, 7, 3.4994832973504932],
  [0.05, 30, 2.042272456301238],
  [0.05, 1000, 1.9623390808264085],
  [1e-10, 12, 20.57774867909796],
  [0.9, 4, 0.13383036711194346],
  [0.05, 1e6, 1.9599663568141072],
];

test.each(quantiles)(
  "both tails of %d with %d degrees of freedom begin where scipy's do",
  (probability, df, t) => {
    expect(Math.abs(twoSidedTQuantile(probability, df) / t - 1)).toBeLessThan(1e-11);
  },
);
