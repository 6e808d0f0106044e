import { trainTestSplit } from "@tiphys/ml";
import { expect, test } from "vitest";
import { metricsSchema } from "../../src/evaluation/metrics.js";
import { evaluate } from "../../src/steps/evaluate.js";
import { featureScaling } from "../../src/steps/feature-scaling.js";
import { modelTraining } from "../../src/steps/model-training.js";
import { loadDiabetes, reference } from "../reference.js";
import { trainingDefaults } from "../training.js";

const split = trainTestSplit({ ...loadDiabetes(), testSize: 0.2, randomState: 42 });
const settings = { testSize: 0.2, randomState: 42, stratify: false, rows: 768, skippedRows: 0 };

/** The inputs of a run on data/diabetes.csv, with scikit-learn's predictions. */
async function inputs(missing: "keep" | "median" = "keep") {
  const { xTrain, xTest, yTrain, yTest } = split;
  const scaled = await featureScaling.run({ xTrain, xTest, missing, model: "logistic-regression" });
  const { preprocessing } = scaled;
  const { model } = await modelTraining.run({
    xTrain: scaled.xTrain,
    yTrain,
    preprocessing,
    ...trainingDefaults,
  });
  const yPred = Float64Array.from(reference.predictions);
  const yScore = Float64Array.from(reference.probabilities);
  return { model, xTrain, yTrain, yTest, yPred, yScore, settings };
}

test("gives scikit-learn's accuracy, AUC and report to the character", async () => {
  const { accuracy, auc, report } = await evaluate.run(await inputs());

  expect(accuracy).toBe(reference.metrics.accuracy);
  expect(auc).toBeCloseTo(reference.metrics.roc_auc, 12);
  expect(report).toBe(reference.metrics.classification_report);
});

test("gives metrics with intervals that hold their values", async () => {
  const { metrics } = await evaluate.run(await inputs());

  expect(metricsSchema.parse(JSON.parse(JSON.stringify(metrics)))).toEqual(metrics);
  expect(metrics.confusionMatrix).toEqual([
    [79, 20],
    [18, 37],
  ]);
  expect(metrics.recall.value).toBe(37 / 55);
  expect(metrics.specificity.value).toBe(79 / 99);
  expect(metrics.precision.value).toBe(37 / 57);
  expect(metrics.negativePredictiveValue.value).toBe(79 / 97);
  expect(metrics.f1.value).toBeCloseTo((2 * 37) / (57 + 55), 15);
  const estimates = Object.values(metrics).filter(
    (value) => typeof value === "object" && "interval" in value,
  );
  expect(estimates).toHaveLength(8);
  expect(
    estimates.filter(
      ({ value, interval }) =>
        value === null || interval === null || interval.low >= value || value >= interval.high,
    ),
  ).toEqual([]);
});

test("draws the ROC curve as a PNG of 800 × 600 pixels", async () => {
  const { rocCurve } = await evaluate.run(await inputs());

  const bytes = Buffer.from(rocCurve);
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\u0089PNG\r\n\u001a\n");
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([800, 600]);
});

test("writes a page without scripts, links to elsewhere or data images", async () => {
  const { page } = await evaluate.run(await inputs());

  expect(page).toMatch(/^<!doctype html>/i);
  expect(page).toContain("Diabetes prediction: evaluation");
  expect(page.match(/<script|<link|<img|<iframe|javascript:|src=|url\((?!#)/i)).toBeNull();
  expect(page.match(/NaN|undefined|Infinity|\[object/)).toBeNull();
});

test.each<["keep" | "median", string]>([
  ["keep", "They were kept as they are, as in the original analysis"],
  ["median", "They were replaced by the median of the training rows."],
])("says on the page what became of zeros with missing=%s", async (missing, sentence) => {
  const { page } = await evaluate.run(await inputs(missing));

  expect(page.includes(sentence)).toBe(true);
});

test("the page says how many rows were skipped", async () => {
  const { page } = await evaluate.run({
    ...(await inputs()),
    settings: { ...settings, rows: 766, skippedRows: 2 },
  });

  expect(page.includes("2 of 768 rows broke the dataset&#39;s contract and were left out.")).toBe(true);
});

test("leaves a metric that is not defined empty instead of writing NaN", async () => {
  const none = new Float64Array(154);

  const { metrics, page, report } = await evaluate.run({ ...(await inputs()), yPred: none });

  expect(metrics.precision).toEqual({ value: null, interval: null });
  expect(metrics.recall.value).toBe(0);
  expect(metrics.f1.value).toBe(0);
  expect(metricsSchema.parse(JSON.parse(JSON.stringify(metrics)))).toEqual(metrics);
  expect(page.match(/NaN|undefined/)).toBeNull();
  expect(report).toContain("0.00");
});

test("says what is missing where the test rows have one class only", async () => {
  const healthy = { ...(await inputs()), yTest: new Float64Array(154) };

  await expect(evaluate.run(healthy)).rejects.toThrow(/expected both classes/);
});

test("repeats warnings of the data on the page and in the report, and notes rows of both parts", async () => {
  const warnings = ["Insulin is empty in 80 of 614 training rows (13.0%)."];

  const { page, report } = await evaluate.run({
    ...(await inputs()),
    settings: { ...settings, warnings, sharedRows: 12 },
  });

  expect(report).toBe(`${reference.metrics.classification_report}\nWarning: ${warnings[0]}\n`);
  expect(page).toContain(`<li>${warnings[0]}</li>`);
  expect(page).toContain("12 test rows stand in the training rows too, cell for cell.");
});

test.each([
  [
    "group",
    "All rows of one patient are training rows, or all are test rows: the figures are those for a patient that the model has not seen.",
  ],
  [
    "time",
    "The test rows are the newest by patient: every training row is older. The figures are those for rows that come later; randomState has no effect.",
  ],
] as const)("says on the page that the rows were divided by %s", async (by, note) => {
  const { page } = await evaluate.run({
    ...(await inputs()),
    settings: { ...settings, division: { by, column: "patient" } },
  });

  expect(page).toContain(note);
});

test("the page names the threshold, and what always the same class would give", async () => {
  const { page } = await evaluate.run(await inputs());

  expect(page).toContain("Rows with a probability of at least 0.5 are predicted as “diabetes”.");
  expect(page).toContain(
    "To compare: always predicting “no diabetes”, the more frequent class of the training rows, has an accuracy of 64.3% and an AUC of 0.5.",
  );
});

test.each([
  ["max-f1", "the threshold of the highest F1"],
  ["recall>=0.55", "the highest precision among those that find at least 55% of “diabetes”"],
  ["cost(fn=5,fp=1)", "the lowest cost, 5 for each missed “diabetes” and 1 for each false alarm"],
])("the page says how the rule %s has chosen the threshold", async (rule, words) => {
  const given = await inputs();
  const model = { ...given.model, threshold: { value: 0.25, rule } };

  const { page } = await evaluate.run({ ...given, model });

  expect(page).toContain("Rows with a probability of at least 0.25 are predicted as “diabetes”: ");
  expect(page).toContain(words);
});

test("the page says what balanced weights mean for probabilities and odds ratios", async () => {
  const given = await inputs();

  const { page } = await evaluate.run({ ...given, model: { ...given.model, classWeight: "balanced" } });

  expect(page).toContain(
    "predicted probabilities are those of classes that are equally frequent, not of these data. The odds ratios are those of a fit without these weights.",
  );
});

test("the page of a model that reads columns as they are advises nothing that has no effect", async () => {
  const given = await inputs();
  const { xTrain, xTest } = split;
  const options = { missing: "median", model: "hist-gradient-boosting" } as const;
  const prepared = await featureScaling.run({ xTrain, xTest, ...options });
  const { model } = await modelTraining.run({
    ...trainingDefaults,
    ...prepared,
    yTrain: given.yTrain,
    model: options.model,
  });

  const { page } = await evaluate.run({ ...given, model });

  expect(page).toContain("mean that nothing was measured. The model reads them as the number 0.");
  expect(page).not.toContain("missing=median");
  expect(page).not.toMatch(/<th[^>]*>missing</);
});
