import fc from "fast-check";
import { expect, test } from "vitest";
import { columnMoments } from "../../src/linear-model/column-moments.js";
import { kernelLoss } from "../../src/linear-model/kernel-loss.js";
import { logisticKernel } from "../../src/linear-model/logistic-kernel.js";
import { evaluateLoss, type LogisticProblem, parameterCount } from "../../src/linear-model/logistic-loss.js";
import { largestRelativeError } from "../relative-error.js";

/** A repeatable source of numbers from 0 to 1. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

function randomProblem(n: number, p: number, seed: number, weighted: boolean, fitIntercept: boolean) {
  const random = uniform(seed);
  const weights = weighted ? Float64Array.from({ length: n }, () => 0.5 + random()) : undefined;
  const problem: LogisticProblem = {
    columns: Array.from({ length: p }, (_, j) =>
      Float64Array.from({ length: n }, () => random() * (j + 1) + 0.1),
    ),
    target: Uint8Array.from({ length: n }, () => (random() < 0.4 ? 1 : 0)),
    weights,
    totalWeight: weights?.reduce((sum, weight) => sum + weight, 0) ?? n,
    l2: 0.01,
    fitIntercept,
  };
  return {
    problem,
    parameters: Float64Array.from({ length: parameterCount(problem) }, () => 4 * random() - 2),
  };
}

test("WebAssembly gives the loss and the derivatives that JavaScript gives, for any number of rows and columns", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_600 }),
      fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 32, max: 35 })),
      fc.integer({ min: 1, max: 1e9 }),
      fc.boolean(),
      fc.boolean(),
      (n, p, seed, weighted, fitIntercept) => {
        const { problem, parameters } = randomProblem(n, p, seed, weighted, fitIntercept);
        const kernel = logisticKernel(p);
        if (kernel === undefined) throw new Error("This Node has no WebAssembly with SIMD.");
        const expected = evaluateLoss(problem, parameters);
        // Twice: nothing of the first pass is left in the second.
        kernelLoss(
          problem,
          kernel,
          parameters.map((value) => value + 1),
        ).hessian();
        const found = kernelLoss(problem, kernel, parameters);
        for (const key of ["loss", "meanCurvature", "residualSize"] as const) {
          expect(largestRelativeError([found[key]], [expected[key]])).toBeLessThan(1e-13);
        }
        // A derivative is a difference of sums: compared by their size.
        found.gradient.forEach((value, j) => {
          expect(Math.abs(value - (expected.gradient[j] ?? 0))).toBeLessThan(1e-13 * (p + 1));
        });
        expect(largestRelativeError(found.hessian(), expected.hessian())).toBeLessThan(1e-12);
        expect(found.hessian()).toBe(found.hessian());
      },
    ),
    { seed: 15, numRuns: 60 },
  );
});

test("log-odds of ±1000 lose no digits and do not overflow", () => {
  const problem: LogisticProblem = {
    columns: [Float64Array.of(1000, 1000, -1000, -1000, 0)],
    target: Uint8Array.of(0, 1, 0, 1, 0),
    weights: undefined,
    totalWeight: 5,
    l2: 0,
    fitIntercept: false,
  };
  const kernel = logisticKernel(1);
  if (kernel === undefined) throw new Error("This Node has no WebAssembly with SIMD.");
  const { loss, gradient } = kernelLoss(problem, kernel, Float64Array.of(1));
  expect(loss).toBeCloseTo((2000 + Math.LN2) / 5, 12);
  expect([...gradient]).toEqual([400]);
});

test("moments of a large column are those of two passes", () => {
  const random = uniform(3);
  const column = Float64Array.from({ length: 20_011 }, () => 1e6 + random());
  const weights = Float64Array.from(column, () => 1 + random());
  const mean = column.reduce((sum, value) => sum + (value - 1e6), 0) / column.length + 1e6;
  const moments = columnMoments(column, weights);
  expect(largestRelativeError([moments?.mean ?? 0], [mean])).toBeLessThan(1e-14);
  expect(moments?.variance).toBeCloseTo(
    column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length,
    10,
  );
  const squares = column.reduce((sum, value, i) => sum + (weights[i] ?? 0) * value * value, 0);
  expect(largestRelativeError([moments?.weightedSquares ?? 0], [squares])).toBeLessThan(1e-12);
});

test.each([0, 1e-170, 1e170, Number.NaN])("leaves a column of %s to the exact way", (value) => {
  expect(columnMoments(new Float64Array(20_000).fill(value))).toBeUndefined();
});

test("leaves small columns to the exact way", () => {
  expect(columnMoments(Float64Array.of(1, 2, 3))).toBeUndefined();
});
