import { StandardScaler, trainTestSplit } from "@tiphys/ml";
import { table } from "arquero";
import { expect, test } from "vitest";
import { findTransformer, type Preprocessing, preprocessingSchema } from "../../src/preprocessing.js";
import { featureScaling } from "../../src/steps/feature-scaling.js";
import { largestRelativeError, loadDiabetes, reference } from "../reference.js";

const model = "logistic-regression";
const { xTrain, xTest } = trainTestSplit({ ...loadDiabetes(), testSize: 0.2, randomState: 42 });

function scalerOf(preprocessing: Preprocessing) {
  const scaler = findTransformer(preprocessing, "StandardScaler");
  if (scaler === undefined) throw new Error("There is no scaler.");
  return scaler;
}

/** Median without zeros, the long way. */
function medianOfPresent(values: Iterable<number>): number {
  const present = [...values].filter((value) => value !== 0).sort((a, b) => a - b);
  const upper = present[Math.floor(present.length / 2)] ?? Number.NaN;
  const lower = present[Math.ceil(present.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

test("learns scikit-learn's means and scales from the training rows", async () => {
  const { preprocessing } = await featureScaling.run({ xTrain, xTest, missing: "keep", model });

  const { mean, scale } = scalerOf(preprocessing);
  expect(largestRelativeError(mean, reference.scaler.mean)).toBeLessThan(1e-12);
  expect(largestRelativeError(scale, reference.scaler.scale)).toBeLessThan(1e-12);
  expect(findTransformer(preprocessing, "SimpleImputer")).toBeUndefined();
});

test("scales training and test rows by the same numbers", async () => {
  const scaled = await featureScaling.run({ xTrain, xTest, missing: "keep", model });

  const scaler = new StandardScaler().fit(xTrain);
  expect(scaled.xTrain.objects()).toEqual(scaler.transform(xTrain).objects());
  expect(scaled.xTest.objects()).toEqual(scaler.transform(xTest).objects());
});

test("fills zeros with the median of the training rows' other values", async () => {
  const { preprocessing, xTest: scaledTest } = await featureScaling.run({
    xTrain,
    xTest,
    missing: "median",
    model,
  });

  const median = medianOfPresent(Float64Array.from(xTrain.array("Insulin")));
  const imputer = findTransformer(preprocessing, "SimpleImputer");
  const scaler = scalerOf(preprocessing);
  const of = (values: readonly number[] | undefined, name: string) =>
    values?.[imputer?.columns.indexOf(name) ?? -1];
  expect(imputer?.columns).toEqual(["Glucose", "BloodPressure", "SkinThickness", "Insulin", "BMI"]);
  expect(of(imputer?.statistics, "Insulin")).toBe(median);
  const j = scaler.featureNames.indexOf("Insulin");
  const filled = (median - (scaler.mean[j] ?? Number.NaN)) / (scaler.scale[j] ?? Number.NaN);
  const scaledInsulin = scaledTest.array("Insulin");
  const rowsWithout = [...xTest.array("Insulin")].flatMap((value, i) =>
    value === 0 ? [scaledInsulin[i]] : [],
  );
  expect(rowsWithout.length).toBeGreaterThan(10);
  expect(new Set(rowsWithout)).toEqual(new Set([filled]));
});

test("learns nothing from the test rows", async () => {
  const other = table(
    Object.fromEntries(xTest.columnNames().map((name) => [name, new Float64Array(3).fill(999)])),
  );

  const one = await featureScaling.run({ xTrain, xTest, missing: "median", model });
  const two = await featureScaling.run({ xTrain, xTest: other, missing: "median", model });

  expect(two.preprocessing).toEqual(one.preprocessing);
});

test("keeps zeros where they mean none, as in Pregnancies", async () => {
  const { preprocessing } = await featureScaling.run({ xTrain, xTest, missing: "median", model });

  const { featureNames, mean } = scalerOf(preprocessing);
  expect(mean[featureNames.indexOf("Pregnancies")]).toBeCloseTo(3.742671009771987, 12);
});

test("does not change the tables that it is given", async () => {
  const before = xTrain.objects();

  await featureScaling.run({ xTrain, xTest, missing: "median", model });

  expect(xTrain.objects()).toEqual(before);
});

test("one-hot encodes all categories but the most frequent, and scales only the numbers", async () => {
  const rows = table({
    age: Float64Array.of(20, 40, 20, 40),
    contract: ["yearly", "", "monthly", "monthly"],
    paid: ["yes", "no", "no", "yes"],
    region: ["n", "s", "w", "n"],
  });
  const others = table({ age: [30], contract: ["weekly"], paid: [""], region: ["w"] });

  const scaled = await featureScaling.run({ xTrain: rows, xTest: others, missing: "keep", model });

  expect(scaled.xTrain.objects()).toEqual([
    { age: -1, "contract_(empty)": 0, contract_yearly: 1, paid_yes: 1, region_s: 0, region_w: 0 },
    { age: 1, "contract_(empty)": 1, contract_yearly: 0, paid_yes: 0, region_s: 1, region_w: 0 },
    { age: -1, "contract_(empty)": 0, contract_yearly: 0, paid_yes: 0, region_s: 0, region_w: 1 },
    { age: 1, "contract_(empty)": 0, contract_yearly: 0, paid_yes: 1, region_s: 0, region_w: 0 },
  ]);
  expect(scaled.xTest.objects()).toEqual([
    { age: 0, "contract_(empty)": 0, contract_yearly: 0, paid_yes: 0, region_s: 0, region_w: 1 },
  ]);
  expect(preprocessingSchema.parse(JSON.parse(JSON.stringify(scaled.preprocessing)))).toEqual(
    scaled.preprocessing,
  );
});

test("fills in a few empty categories with the most frequent, and keeps more than 5 % as a category", async () => {
  const plans = (empty: number) =>
    Array.from({ length: 100 }, (_, i) => (i < empty ? "" : i < 60 ? "a" : "b"));
  const columnsWith = async (empty: number) => {
    const rows = table({ n: Float64Array.from({ length: 100 }, (_, i) => i), plan: plans(empty) });
    const { xTrain: scaled } = await featureScaling.run({
      xTrain: rows,
      xTest: rows,
      missing: "keep",
      model,
    });
    return scaled.columnNames();
  };

  expect(await columnsWith(5)).toEqual(["n", "plan_b"]);
  expect(await columnsWith(6)).toEqual(["n", "plan_(empty)", "plan_b"]);
});

test("says which columns have empty cells that nothing fills in, before a model meets them", () => {
  const x = (age: number) =>
    table({ age: Float64Array.of(age, Number.NaN, 30), weight: Float64Array.of(1, 2, 3) });

  expect(() => featureScaling.run({ xTrain: x(20), xTest: x(Number.NaN), missing: "keep", model })).toThrow(
    /^Cells are empty: age in 1 training and 2 test rows\. The log of load-and-split-dataset names their lines\.\n/,
  );
});

test("refuses categories of which each has one value in all training rows", () => {
  const rows = table({ plan: ["a", "a"], region: ["n", "n"] });

  expect(() => featureScaling.run({ xTrain: rows, xTest: rows, missing: "keep", model })).toThrow(
    "Every column has one value in all 2 training rows: plan, region. There is nothing to learn from.",
  );
});

test("leaves columns, gaps and categories as they are for trees", async () => {
  const rows = table({
    age: Float64Array.of(20, Number.NaN),
    plan: ["a", ""],
    weight: Float64Array.of(3, 1),
  });
  const others = table({ age: Float64Array.of(1), plan: ["new"], weight: Float64Array.of(Number.NaN) });

  const raw = await featureScaling.run({
    xTrain: rows,
    xTest: others,
    missing: "keep",
    model: "hist-gradient-boosting",
  });

  expect(raw.xTrain.objects()).toEqual(rows.objects());
  expect(raw.xTrain.columnNames()).toEqual(["age", "plan", "weight"]);
  expect(raw.xTest.objects()).toEqual(others.objects());
  expect(raw.preprocessing).toMatchObject({ transformers: [], remainder: "passthrough" });
});

test("numbers come first, then the columns of the categories", async () => {
  const rows = table({ plan: ["a", "b", "a"], age: Float64Array.of(1, 2, 3) });
  const { xTrain: scaled } = await featureScaling.run({ xTrain: rows, xTest: rows, missing: "keep", model });
  expect(scaled.columnNames()).toEqual(["age", "plan_b"]);
});
