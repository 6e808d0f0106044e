import { expect, test } from "vitest";
import { LogisticRegression } from "../../src/index.js";
import { resampled } from "../resampled-diabetes.js";

const sizes = [100, 300, 1_000, 3_000, 9_999, 10_000, 30_000, 100_000, 300_000, 1_000_000];
const draws = sizes.flatMap((n) => [1, 2, 3].map((seed) => [n, seed] as const));

test.each([...draws, [10_000_000, 1] as const])(
  "takes at most 10 Newton steps at tol 1e-12 on %i rows, draw %i, and warns of nothing",
  { timeout: 300_000 },
  (n, seed) => {
    const { x, y } = resampled(n, seed);
    const model = new LogisticRegression({ tol: 1e-12 }).fit(x, y);
    expect(model).toMatchObject({ converged: true, warnings: [] });
    expect(model.nIter).toBeLessThanOrEqual(10);
  },
);
