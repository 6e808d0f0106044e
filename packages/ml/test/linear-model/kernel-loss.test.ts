import fc from "fast-check";
import { expect, test } from "vitest";
import { logisticKernel } from "../../src/kernels/logistic-kernel.js";
import { kernelLoss } from "../../src/linear-model/kernel-loss.js";
import { evaluateLoss, type LogisticProblem, parameterCount } from "../../src/linear-model/logistic-loss.js";
import { largestRelativeError } from "../relative-error.js";
import { uniform } from "../uniform.js";

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
