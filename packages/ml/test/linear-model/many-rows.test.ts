import { expect, test } from "vitest";
import { LogisticRegression } from "../../src/index.js";
import { resampled } from "../resampled-diabetes.js";

test.each([
  [100, 1],
  [1_000, 1],
  [30_000, 1],
  [1_000_000, 4],
])("takes 6 to 8 Newton steps at tol 1e-12 on %i rows", { timeout: 120_000 }, (n, seed) => {
  const { x, y } = resampled(n, seed);
  const model = new LogisticRegression({ tol: 1e-12 }).fit(x, y);
  expect(model).toMatchObject({ converged: true, warnings: [] });
  expect(model.nIter).toBeGreaterThanOrEqual(6);
  expect(model.nIter).toBeLessThanOrEqual(8);
});
