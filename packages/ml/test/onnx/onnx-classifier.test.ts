import { table } from "arquero";
import { describe, expect, test } from "vitest";
import {
  CategoryImputer,
  ColumnTransformer,
  LogisticRegression,
  OneHotEncoder,
  onnxClassifier,
  Pipeline,
  requireBinaryModel,
  SimpleImputer,
  StandardScaler,
  type Table,
} from "../../src/index.js";
import { loadDiabetes, scaledDiabetes } from "../diabetes.js";
import { hasOnnxRuntime, runOnnx } from "./onnx-runtime.js";

/** A table of 200 rows with gaps, categories, and names that are no identifiers. */
function mixedTable(): { x: Table; y: string[] } {
  const rows = Array.from({ length: 200 }, (_, i) => i);
  const plans = ["", "basic", "première", 'naïve "plan"', "套餐"];
  const x = table({
    "monthly charge (€)": rows.map((i) => (i % 7 === 0 ? Number.NaN : 20 + ((i * 37) % 101) / 3)),
    "Plan / тариф": rows.map((i) => plans[(i * i + (i % 3)) % plans.length] ?? ""),
    probability: rows.map((i) => ((i * 13) % 29) / 29 - 0.5),
    "one\nvalue": rows.map(() => "always"),
    region: rows.map((i) => (i % 3 === 0 ? "" : i % 2 === 0 ? "north" : "south")),
    Concat: rows.map((i) => (i % 11) * 1e6),
  });
  return { x, y: rows.map((i) => ((i * 7919) % 23 < 9 ? "stays" : "leaves; éà")) };
}

function fitMixed() {
  const { x, y } = mixedTable();
  const texts = ["Plan / тариф", "one\nvalue", "region"];
  const numbers = ["monthly charge (€)", "probability", "Concat"];
  const imputer = new SimpleImputer({ strategy: "median", columns: numbers }).fit(x);
  const textImputer = new CategoryImputer({ columns: texts, ownCategoryAbove: 0.3 }).fit(x);
  const encoder = new OneHotEncoder({ columns: texts, handleUnknown: "ignore", drop: "mostFrequent" });
  encoder.fit(textImputer.transform(x));
  const encode = (rows: Table) => encoder.transform(textImputer.transform(imputer.transform(rows)));
  const scaler = new StandardScaler({ columns: numbers }).fit(encode(x));
  const preprocess = (rows: Table) => scaler.transform(encode(rows));
  const classifier = new LogisticRegression({ C: 10 }).fit(preprocess(x), y);
  const steps = [imputer, textImputer, encoder, scaler].map((step) => step.toJSON());
  return { x, preprocess, classifier, model: onnxClassifier({ steps, classifier: classifier.toJSON() }) };
}

/** The same kinds of columns through pipelines side by side; one column of numbers passes through, one of texts is dropped. */
function fitSideBySide() {
  const { x, y } = mixedTable();
  const numbers = new Pipeline([
    ["fill", new SimpleImputer({ strategy: "median" })],
    ["scale", new StandardScaler()],
  ]);
  const texts = new Pipeline([
    ["fill", new CategoryImputer({ ownCategoryAbove: 0.3 })],
    ["encode", new OneHotEncoder({ handleUnknown: "ignore", drop: "mostFrequent" })],
  ]);
  const preprocessing = new ColumnTransformer(
    [
      ["texts", texts, ["region", "Plan / тариф"]],
      ["numbers", numbers, ["monthly charge (€)", "Concat"]],
      ["one value", "drop", ["one\nvalue"]],
    ],
    { remainder: "passthrough", verboseFeatureNamesOut: true },
  );
  const prepared = preprocessing.fitTransform(x);
  const classifier = new LogisticRegression({ C: 10 }).fit(prepared, y);
  const steps = [preprocessing.toJSON()];
  return { x, prepared, classifier, model: onnxClassifier({ steps, classifier: classifier.toJSON() }) };
}

function largestDifference(found: readonly unknown[] | undefined, expected: Float64Array): number {
  expect(found).toHaveLength(expected.length);
  return Math.max(...expected.map((value, i) => Math.abs(Number(found?.[i]) - value)));
}

test("names the raw columns with their types, and outputs whose names no column has", () => {
  const { model } = fitMixed();
  expect(model.inputs).toEqual([
    { name: "monthly charge (€)", type: "double" },
    { name: "Plan / тариф", type: "string" },
    { name: "probability", type: "double" },
    { name: "one\nvalue", type: "string" },
    { name: "region", type: "string" },
    { name: "Concat", type: "double" },
  ]);
  expect(model.outputs).toEqual([
    { name: "probability_2", type: "double" },
    { name: "class", type: "string" },
  ]);
});

test("of a ColumnTransformer it reads the columns that are not dropped, in the table's order", () => {
  expect(fitSideBySide().model.inputs).toEqual([
    { name: "monthly charge (€)", type: "double" },
    { name: "Plan / тариф", type: "string" },
    { name: "probability", type: "double" },
    { name: "region", type: "string" },
    { name: "Concat", type: "double" },
  ]);
});

test("refuses a ColumnTransformer after a step that has joined its columns", () => {
  const x = table({ a: [1, 2, 3], b: [3, 1, 2] });
  const scaler = new StandardScaler().fit(x);
  const after = new ColumnTransformer([["a", "passthrough", ["a"]]]).fit(x);
  const classifier = new LogisticRegression().fit(x.select("a"), Float64Array.of(0, 1, 0)).toJSON();
  expect(() => onnxClassifier({ steps: [scaler.toJSON(), after.toJSON()], classifier })).toThrow(
    'steps: found a ColumnTransformer that takes the column "a" out of others after a step has joined them, expected a ColumnTransformer as the first step.',
  );
});

test("writes the same bytes for the same model", () => {
  expect(fitMixed().model.bytes).toEqual(fitMixed().model.bytes);
});

test("refuses a column of texts that no step encodes", () => {
  const x = table({ size: ["s", "m", "s"], price: [1, 2, 3] });
  const imputer = new CategoryImputer({ columns: ["size"] }).fit(x).toJSON();
  const classifier = new LogisticRegression()
    .fit(table({ price: [1, 2, 3] }), Float64Array.of(0, 1, 0))
    .toJSON();
  expect(() => onnxClassifier({ steps: [imputer], classifier })).toThrow(
    'steps: found no encoder for the column of texts "size", expected a OneHotEncoder that encodes it.',
  );
});

describe.skipIf(!hasOnnxRuntime)("onnxruntime", () => {
  test("gives the probabilities and classes of all patients to 1e-12", () => {
    const { x } = loadDiabetes();
    const { scaler, xTrain, yTrain } = scaledDiabetes();
    const classifier = new LogisticRegression().fit(xTrain, yTrain);

    const { bytes } = onnxClassifier({ steps: [scaler.toJSON()], classifier: classifier.toJSON() });
    const { types, outputs } = runOnnx(bytes, x);

    const [, positive] = classifier.predictProba(scaler.transform(x));
    expect(largestDifference(outputs.probability, positive)).toBeLessThan(1e-12);
    expect(outputs.class).toEqual([...classifier.predict(scaler.transform(x))]);
    expect(types).toMatchObject({
      Glucose: "tensor(double)",
      probability: "tensor(double)",
      class: "tensor(int64)",
    });
  });

  test("gives them for a table with gaps, categories and unusual names", () => {
    const { x, preprocess, classifier, model } = fitMixed();

    const { outputs } = runOnnx(model.bytes, x);

    const [, positive] = classifier.predictProba(preprocess(x));
    expect(largestDifference(outputs.probability_2, positive)).toBeLessThan(1e-12);
    expect(outputs.class).toEqual(classifier.predict(preprocess(x)));
  });

  test("gives them for pipelines side by side in a ColumnTransformer", () => {
    const { x, prepared, classifier, model } = fitSideBySide();

    const { outputs } = runOnnx(model.bytes, x.select(...model.inputs.map(({ name }) => name)));

    const [, positive] = classifier.predictProba(prepared);
    expect(largestDifference(outputs.probability_2, positive)).toBeLessThan(1e-12);
    expect(outputs.class).toEqual(classifier.predict(prepared));
  });

  test("gives the positive class from the threshold on", () => {
    const { prepared, classifier } = fitSideBySide();
    const [, positive] = classifier.predictProba(prepared);
    // Between two of the probabilities, as the last digit of one may differ.
    const [below = 0, above = 0] = positive.toSorted().subarray(49, 51);
    const threshold = (below + above) / 2;
    const [negativeClass, positiveClass] = classifier.classes;

    const { bytes } = onnxClassifier({ steps: [], classifier: classifier.toJSON(), threshold });
    const { outputs } = runOnnx(bytes, prepared);

    expect(above).toBeGreaterThan(below);
    expect(outputs.class).toEqual(
      Array.from(positive, (p) => (p >= threshold ? positiveClass : negativeClass)),
    );
    expect(new Set(outputs.class).size).toBe(2);
  });

  test("encodes an unknown category as zeros, and a missing one as the training rows taught", () => {
    const { preprocess, classifier, model } = fitMixed();
    const rows = table({
      "monthly charge (€)": [50, Number.NaN, Number.NaN],
      "Plan / тариф": ["unheard-of", "", "套餐"],
      probability: [0, 0.1, -0.3],
      "one\nvalue": ["", "never seen", "always"],
      region: ["(empty)", "", "north"],
      Concat: [0, 1, 2],
    });

    const { outputs } = runOnnx(model.bytes, rows);

    const [, positive] = classifier.predictProba(preprocess(rows));
    expect(largestDifference(outputs.probability_2, positive)).toBeLessThan(1e-12);
  });

  test("finds the known texts of each column of categories in the metadata", () => {
    const { x, model } = fitMixed();
    const { metadata } = runOnnx(model.bytes, x.slice(0, 1));
    expect(JSON.parse(metadata["tiphys.categories"] ?? "")).toEqual({
      "Plan / тариф": ["basic", 'naïve "plan"', "première", "套餐", ""],
      "one\nvalue": ["always", ""],
      region: ["(empty)", "north", "south", ""],
    });
  });

  test("fills in a number that means missing", () => {
    const { x, y } = loadDiabetes();
    const imputer = new SimpleImputer({
      strategy: "median",
      missingValues: 0,
      columns: ["Glucose", "BMI"],
    }).fit(x);
    const scaler = new StandardScaler().fit(imputer.transform(x));
    const classifier = new LogisticRegression().fit(scaler.transform(imputer.transform(x)), y);

    const steps = [imputer.toJSON(), scaler.toJSON()];
    const { outputs } = runOnnx(onnxClassifier({ steps, classifier: classifier.toJSON() }).bytes, x);

    const [, positive] = classifier.predictProba(scaler.transform(imputer.transform(x)));
    expect(largestDifference(outputs.probability, positive)).toBeLessThan(1e-12);
  });

  test("keeps the digits of tiny probabilities, and gives none beyond 0 and 1", () => {
    const classifier = {
      ...requireBinaryModel(
        new LogisticRegression().fit(table({ a: [1, 2, 3] }), Float64Array.of(0, 1, 0)).toJSON(),
      ),
      coef: [1],
      intercept: 0,
    };
    const x = table({ a: Float64Array.of(-745, -300, -40, -1, 0, 1, 40, 710, 1e6, -1e6) });

    const { outputs } = runOnnx(onnxClassifier({ steps: [], classifier }).bytes, x);

    const [, positive] = LogisticRegression.fromJSON(classifier).predictProba(x);
    const relative = positive.map(
      (value, i) => Math.abs(Number(outputs.probability?.[i]) - value) / (value || 1),
    );
    expect(Math.max(...relative)).toBeLessThan(1e-14);
  });

  test("gives NaN where a number is missing that no step fills in", () => {
    const classifier = new LogisticRegression()
      .fit(table({ a: [1, 2, 3] }), Float64Array.of(0, 1, 0))
      .toJSON();
    const { outputs } = runOnnx(
      onnxClassifier({ steps: [], classifier }).bytes,
      table({ a: [Number.NaN, 2] }),
    );
    expect(outputs.probability).toEqual([null, expect.any(Number)]);
  });
});
