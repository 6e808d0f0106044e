import { expect, test } from "vitest";
import { thinCurve } from "../src/thin-curve.js";

/** n points of the curve tpr = √fpr. */
function curve(n: number): { fpr: Float64Array; tpr: Float64Array } {
  const fpr = Float64Array.from({ length: n }, (_, i) => i / (n - 1));
  return { fpr, tpr: fpr.map(Math.sqrt) };
}

test("few points are drawn as they are", () => {
  const few = curve(1000);
  expect(thinCurve(few)).toBe(few);
});

test("of many points those remain that are a thousandth away from the one before, and both ends", () => {
  const { fpr, tpr } = thinCurve(curve(200_000));

  expect(fpr.length).toBeGreaterThan(1000);
  expect(fpr.length).toBeLessThan(2002);
  expect([fpr[0], tpr[0]]).toEqual([0, 0]);
  expect([fpr[fpr.length - 1], tpr[tpr.length - 1]]).toEqual([1, 1]);
  for (let i = 1; i < fpr.length - 1; i++) {
    const moved = (fpr[i] ?? 0) - (fpr[i - 1] ?? 0) + (tpr[i] ?? 0) - (tpr[i - 1] ?? 0);
    expect(moved).toBeGreaterThanOrEqual(0.001);
    expect(tpr[i]).toBe(Math.sqrt(fpr[i] ?? 0));
  }
});
