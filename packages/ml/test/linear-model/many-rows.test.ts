import { table } from "arquero";
import { expect, test } from "vitest";
import { LogisticRegression, StandardScaler, type Table } from "../../src/index.js";
import { loadDiabetes } from "../diabetes.js";

/** Rows drawn from the diabetes data with replacement, each number stretched by 0.9 to 1.1, scaled. */
function resampled(n: number, seed: number): { x: Table; y: Float64Array } {
  const { x, y } = loadDiabetes();
  const names = x.columnNames();
  const sources = names.map((name) => Float64Array.from(x.array(name)));
  const columns = sources.map(() => new Float64Array(n));
  const labels = new Float64Array(n);
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  for (let i = 0; i < n; i++) {
    const row = Math.floor(uniform() * y.length);
    columns.forEach((column, j) => {
      column[i] = (sources[j]?.[row] ?? 0) * (0.9 + 0.2 * uniform());
    });
    labels[i] = y[row] ?? 0;
  }
  const drawn = table(Object.fromEntries(columns.map((column, j) => [names[j] ?? "", column])));
  return { x: new StandardScaler().fit(drawn).transform(drawn), y: labels };
}

test.each([
  [100, 1],
  [1_000, 1],
  [30_000, 1],
  [1_000_000, 4],
])("takes 6 or 7 Newton steps at tol 1e-12 on %i rows", { timeout: 120_000 }, (n, seed) => {
  const { x, y } = resampled(n, seed);
  const model = new LogisticRegression({ tol: 1e-12 }).fit(x, y);
  expect(model).toMatchObject({ converged: true, warnings: [] });
  expect(model.nIter).toBeGreaterThanOrEqual(6);
  expect(model.nIter).toBeLessThanOrEqual(7);
});
