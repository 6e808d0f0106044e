import { table } from "arquero";
import { describe, expect, test } from "vitest";
import { binThresholds } from "../../src/ensemble/bin-thresholds.js";
import { HistGradientBoostingRegressor, r2Score } from "../../src/index.js";

const n = 1000;

describe.each([20, 255])("more than %d distinct numbers", (maxBins) => {
  test.each([
    ["+∞", Number.POSITIVE_INFINITY, 1e300],
    ["−∞", Number.NEGATIVE_INFINITY, -Number.MAX_VALUE],
  ])("rows at %s are a bin of their own, whose prediction is theirs", (_, infinity, threshold) => {
    const size = Float64Array.from({ length: n }, (__, i) => (i < 600 ? i : infinity));
    const y = Float64Array.from({ length: n }, (__, i) => (i < 600 ? i % 7 : -3));

    const thresholds = binThresholds(size, maxBins, undefined);
    expect(thresholds.every((value) => Number.isFinite(value))).toBe(true);
    expect(thresholds).toContain(threshold);
    expect(thresholds).toEqual(thresholds.slice().sort());
    expect(new Set(thresholds).size).toBe(thresholds.length);

    const x = table({ size });
    const model = new HistGradientBoostingRegressor({ maxBins }).fit(x, y);
    const [infinite = 0, finite = 0] = model.predict(table({ size: [infinity, 3] }));
    expect(infinite).toBeCloseTo(-3, 2);
    expect(finite).toBeGreaterThan(1);
    const back = HistGradientBoostingRegressor.fromJSON(JSON.parse(JSON.stringify(model)));
    expect(back.predict(x)).toEqual(model.predict(x));
  });
});

test("numbers below −1e300 are distinguished", () => {
  // scikit-learn 1.9.1: R² 0.9775.
  const size = Float64Array.from({ length: 400 }, (_, i) => -(0.1 + (0.9 * i) / 399) * 1e305);
  const y = Float64Array.from({ length: 400 }, (_, i) => Math.sign(Math.sin(i / 10)));
  const x = table({ size });
  const model = new HistGradientBoostingRegressor().fit(x, y);
  expect(r2Score(y, model.predict(x))).toBeCloseTo(0.9775, 3);
});
