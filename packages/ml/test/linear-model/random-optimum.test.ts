import { table } from "arquero";
import { expect, test } from "vitest";
import { LogisticRegression } from "../../src/index.js";
import randomOptima from "../fixtures/random-optima.json" with { type: "json" };
import { uniform } from "../uniform.js";

/*
 * The log-odds in fixtures/random-optima.json were found by fixtures/random-optima.py: Newton's method in mpmath 1.4.1 with
 * 45 digits, on columns of scale 1e-8 to 1e12, heavy tails, rare values, nearly equal ones, more columns than rows.
 */
const cases = randomOptima.map((found, k) => ({
  k,
  n: found.target.length,
  p: found.columns.length,
  ...found,
}));

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Checks the fit of the case's rows, each repeated, in any order: C is per row, so the optimum is that of the case. */
function expectOptimum(
  { columns, target, C, fitIntercept, logOdds, steps }: (typeof cases)[number],
  copies: number,
) {
  const random = uniform(5);
  const rows = Array.from({ length: target.length * copies }, (_, i) => i % target.length);
  if (copies > 1) rows.sort(() => random() - 0.5);
  const named = (values: (column: number[]) => Float64Array) =>
    table(columns.map((column, j): [string, Float64Array] => [`x${j}`, values(column)]));
  const model = new LogisticRegression({ C: C / copies, fitIntercept, tol: 1e-12 }).fit(
    named((column) => Float64Array.from(rows, (row) => column[row] ?? Number.NaN)),
    Float64Array.from(rows, (row) => target[row] ?? Number.NaN),
  );
  expect(model.converged).toBe(true);
  const [, positive] = model.predictProba(named((column) => Float64Array.from(column)));
  positive.forEach((found, i) => {
    expect(Math.abs(found - probability(logOdds[i] ?? Number.NaN))).toBeLessThan(1e-9);
  });
  return model.nIter - steps;
}

test.each(cases)(
  "finds the optimum of case $k, $n rows and $p columns, C $C, in as few steps as the peer",
  (found) => {
    expect(expectOptimum(found, 1)).toBeLessThanOrEqual(3);
  },
);

test.each(cases)("finds it too where the rows of case $k are repeated to 10,000 and more", (found) => {
  expectOptimum(found, Math.ceil(10_000 / found.n));
});
