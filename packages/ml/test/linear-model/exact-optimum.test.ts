import { table } from "arquero";
import { expect, test } from "vitest";
import { LogisticRegression } from "../../src/index.js";
import exactOptima from "../fixtures/exact-optima.json" with { type: "json" };
import { largestRelativeError } from "../relative-error.js";

/*
 * The optima in fixtures/exact-optima.json were found by Newton's method in mpmath 1.4.1 with 60 digits, down to a Newton
 * decrement of 1e-27, on the very numbers in the file. Where the data determines the coefficients to the last digits,
 * coefficients are compared; else the probabilities.
 */
const cases = exactOptima.map((found) => ({
  ...found,
  x: table(Object.fromEntries(found.columns.map((column, j) => [`x${j}`, Float64Array.from(column)]))),
  y: Float64Array.from(found.target),
}));

function fitted({ x, y, C, fitIntercept, classWeight }: (typeof cases)[number], tol: number) {
  return new LogisticRegression({
    C: C ?? Number.POSITIVE_INFINITY,
    fitIntercept,
    tol,
    ...(classWeight === undefined ? {} : { classWeight }),
  }).fit(x, y);
}

test.each(cases)("finds the exact optimum to 1e-9: $name", (found) => {
  const model = fitted(found, 1e-12);
  if (found.compare === "coefficients") {
    expect(largestRelativeError(model.coef[0], found.coef ?? [])).toBeLessThan(1e-9);
    expect(Math.abs(model.intercept[0] - (found.intercept ?? 0))).toBeLessThanOrEqual(
      1e-9 * Math.abs(found.intercept ?? 0),
    );
  } else {
    const [, positive] = model.predictProba(found.x);
    expect(largestRelativeError(positive, found.probabilities ?? [])).toBeLessThan(1e-9);
  }
});

test.each(cases)("says that it converged, and warns only of a singular Hessian: $name", (found) => {
  const model = fitted(found, 1e-12);
  expect(model.converged).toBe(true);
  expect(model.warnings).toEqual(
    found.singular ? [expect.stringMatching(/^The Hessian is singular at the solution: columns are /)] : [],
  );
  expect(model.standardErrors === null).toBe(found.singular);
});

test.each(cases)("ends as exactly as rounding allows where tol is beyond it: $name", (found) => {
  const model = fitted(found, 1e-300);
  expect(model.converged).toBe(true);
  expect(model.nIter).toBeLessThan(40);
});
