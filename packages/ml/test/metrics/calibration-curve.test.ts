import { expect, test } from "vitest";
import { calibrationCurve, InvalidParameterError } from "../../src/index.js";
import { reference, reference19, scaledDiabetes } from "../diabetes.js";
import { largestRelativeError } from "../relative-error.js";

const { yTest } = scaledDiabetes();

test.each(reference19.calibration)(
  "equals scikit-learn's with $nBins bins, $strategy, rounded to $round",
  (expected) => {
    const { nBins, round } = expected;
    const strategy = expected.strategy === "uniform" ? "uniform" : "quantile";
    const probabilities = reference.probabilities.map((p) =>
      round === undefined ? p : Number(p.toFixed(round)),
    );
    const { probTrue, probPred, counts } = calibrationCurve(yTest, probabilities, { nBins, strategy });
    expect(largestRelativeError(probTrue, expected.probTrue)).toBeLessThan(1e-14);
    expect(largestRelativeError(probPred, expected.probPred)).toBeLessThan(1e-14);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(154);
  },
);

test("has ten bins of equal width by default, without empty ones", () => {
  const { probTrue, probPred, counts } = calibrationCurve([0, 1, 1, 1], [0.05, 0.95, 0.05, 0.97]);
  expect([...probTrue]).toEqual([0.5, 1]);
  expect([...probPred]).toEqual([0.05, 0.96]);
  expect([...counts]).toEqual([2, 2]);
});

test.each([0, 2.5])("refuses %d bins", (nBins) => {
  expect(() => calibrationCurve([0, 1], [0, 1], { nBins })).toThrow(InvalidParameterError);
});
