import { expect, test } from "vitest";
import {
  HistGradientBoostingClassifier,
  HistGradientBoostingRegressor,
  rocAucScore,
} from "../../src/index.js";
import { type BoostingCase, boostingCases, caseData } from "./boosting-cases.js";

test.each(boostingCases)("$title: the trees and predictions of scikit-learn 1.9.1", (reference) => {
  const { model, raw, y } = fit(reference);
  const { trees, nIter } = model.toJSON();
  expect(trees.map(({ feature }) => feature.length)).toEqual(reference.nodes);
  expect(nIter).toBe(reference.nIter);
  for (const [k, column] of raw.entries()) {
    const scale = reference.largest[k] ?? 1;
    const differences = reference.rows.map((row, i) => (column[row] ?? 0) - (reference.raw[k]?.[i] ?? 0));
    expect(Math.max(...differences.map(Math.abs)) / scale).toBeLessThan(1e-12);
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    expect(Math.abs(mean - (reference.mean[k] ?? 0)) / scale).toBeLessThan(1e-12);
  }
  const [logOdds = new Float64Array(0)] = raw;
  if (reference.auc !== undefined) {
    expect(rocAucScore(y, logOdds, { posLabel: 1 })).toBeCloseTo(reference.auc, 12);
  }
});

function fit(reference: BoostingCase) {
  const { x, y, weights } = caseData(reference);
  const { loss, classWeight, ...options } = reference.options;
  const fitOptions = weights === undefined ? {} : { sampleWeight: weights };
  const all = { ...options, randomState: 7 };
  if (!reference.classifier) {
    const model = new HistGradientBoostingRegressor({ ...all, ...(loss && { loss }) }).fit(x, y, fitOptions);
    return { model, raw: [model.predict(x)], y };
  }
  const model = new HistGradientBoostingClassifier({ ...all, ...(classWeight && { classWeight }) });
  model.fit(x, y, fitOptions);
  return { model, raw: model.decisionFunction(x), y };
}
