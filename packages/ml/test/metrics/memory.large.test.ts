import { expect, test } from "vitest";
import {
  brierScoreInterval,
  brierScoreLoss,
  calibrationCurve,
  classificationReport,
  countSharedRows,
  logLoss,
  rocAucConfidenceInterval,
  rocAucScore,
  rocCurve,
  singleColumnAuc,
} from "../../src/index.js";
import { generatedScores } from "../generated-scores.js";

const rows = 10_000_000;
const peak = () => process.resourceUsage().maxRSS * 1024;

test("metrics and checks of ten million rows take a tenth of a kilobyte per row at most", () => {
  const { y, score } = generatedScores(rows, 0);
  const predicted = Uint8Array.from(score, (value) => Number(value >= 0.5));
  const before = peak();

  const { auc } = rocAucConfidenceInterval(y, score);
  expect(Math.abs(rocAucScore(y, score) / auc - 1)).toBeLessThan(1e-10);
  expect(rocCurve(y, score).fpr.length).toBeGreaterThan(1_000_000);
  expect(calibrationCurve(y, score, { strategy: "quantile" }).counts).toHaveLength(10);
  const brier = brierScoreLoss(y, score);
  expect(brierScoreInterval(y, score).lower).toBeLessThan(brier);
  expect(logLoss(y, score)).toBeGreaterThan(brier);
  expect(classificationReport(y, predicted)).toContain("10000000");
  expect(singleColumnAuc(score, y, score, y)).toBeGreaterThan(0.7);
  expect(countSharedRows([score, y], [score.subarray(0, 1000), y.subarray(0, 1000)])).toBe(1000);

  expect(peak() - before).toBeLessThan(100 * rows);
}, 300_000);
