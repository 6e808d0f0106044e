import { describe, expect, test } from "vitest";
import {
  accuracyScore,
  brierScoreLoss,
  calibrationCurve,
  classificationReport,
  confusionMatrix,
  logLoss,
  rocAucConfidenceInterval,
  rocAucScore,
  rocCurve,
} from "../../src/index.js";
import reference from "../fixtures/sklearn-metrics.json" with { type: "json" };
import { generatedScores } from "../generated-scores.js";
import { largestRelativeError } from "../relative-error.js";

/** Answers of scikit-learn 1.5.2 and numpy 2.4.6 on 100,000 rows, by fixtures/sklearn-metrics.py. */
describe.each(reference.answers)("on $n rows, $levels levels of the score", (expected) => {
  const { y, score } = generatedScores(expected.n, expected.levels);
  const predicted = score.map((value) => Number(value >= 0.5));

  test("has the rows of the reference", () => {
    expect(y.reduce((sum, value) => sum + value, 0)).toBe(expected.positives);
  });

  test("counts predictions as scikit-learn does", () => {
    expect(accuracyScore(y, predicted)).toBe(expected.accuracy);
    expect(confusionMatrix(y, predicted)).toEqual(expected.confusionMatrix);
    expect(classificationReport(y, predicted, { digits: 6 })).toBe(expected.report);
  });

  test("ranks as scikit-learn does", () => {
    const { fpr, tpr, thresholds } = rocCurve(y, score);
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    const everyThousandth = (values: Float64Array) => values.filter((_, i) => i % 1000 === 0);

    expect(fpr).toHaveLength(expected.rocCurve.points);
    expect(
      largestRelativeError([sum(fpr), sum(tpr), sum(thresholds.slice(1))], expected.rocCurve.sums),
    ).toBeLessThan(1e-11);
    expect([...everyThousandth(fpr)]).toEqual(expected.rocCurve.everyThousandth[0]);
    expect([...everyThousandth(tpr)]).toEqual(expected.rocCurve.everyThousandth[1]);
    expect(largestRelativeError([rocAucScore(y, score)], [expected.rocAuc])).toBeLessThan(1e-12);
  });

  test("has DeLong's interval, of which numpy computes the standard error by ranks", () => {
    const { auc, standardError } = rocAucConfidenceInterval(y, score);

    expect(largestRelativeError([auc], [expected.rocAuc])).toBeLessThan(1e-12);
    expect(largestRelativeError([standardError], [expected.delongStandardError])).toBeLessThan(1e-9);
  });

  test("judges probabilities as scikit-learn does", () => {
    expect(largestRelativeError([brierScoreLoss(y, score)], [expected.brierScore])).toBeLessThan(1e-12);
    expect(largestRelativeError([logLoss(y, score)], [expected.logLoss])).toBeLessThan(1e-12);
  });

  test.each(["uniform", "quantile"] as const)("calibrates in %s bins as scikit-learn does", (strategy) => {
    const { probTrue, probPred } = calibrationCurve(y, score, { nBins: 10, strategy });

    expect(largestRelativeError(probTrue, expected.calibration[strategy].probTrue)).toBeLessThan(1e-12);
    expect(largestRelativeError(probPred, expected.calibration[strategy].probPred)).toBeLessThan(1e-12);
  });
});
