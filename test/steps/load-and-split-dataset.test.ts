import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ContractError } from "@tiphys/workflow";
import { expect, test } from "vitest";
import { loadAndSplitDataset } from "../../src/steps/load-and-split-dataset.js";
import { root, tempDir } from "../project.js";
import { loadDiabetes, reference } from "../reference.js";

const defaults = { testSize: 0.2, randomState: 42, stratify: false, onBadRow: "fail" } as const;
const dataset = { file: join(root, "data/diabetes.csv") };
const header =
  "Pregnancies,Glucose,BloodPressure,SkinThickness,Insulin,BMI,DiabetesPedigreeFunction,Age,Outcome";

function csv(...rows: string[]): { file: string } {
  const file = join(tempDir(), "patients.csv");
  writeFileSync(file, [header, ...rows, ""].join("\n"));
  return { file };
}

test("splits the rows that scikit-learn splits for random_state 42", async () => {
  const { x, y } = loadDiabetes();

  const { xTrain, xTest, yTrain, yTest, settings } = await loadAndSplitDataset.run({ ...defaults, dataset });

  const { train_index: train, test_index: test } = reference.split;
  expect(xTrain.columnNames()).toEqual([
    "Pregnancies",
    "Glucose",
    "BloodPressure",
    "SkinThickness",
    "Insulin",
    "BMI",
    "DiabetesPedigreeFunction",
    "Age",
  ]);
  expect([...yTrain]).toEqual(train.map((i) => y[i]));
  expect([...yTest]).toEqual(test.map((i) => y[i]));
  expect(Array.from(xTrain.array("BMI"))).toEqual(train.map((i) => x.get("BMI", i)));
  expect(Array.from(xTest.array("Age"))).toEqual(test.map((i) => x.get("Age", i)));
  expect(settings).toEqual({ testSize: 0.2, randomState: 42, stratify: false, rows: 768, skippedRows: 0 });
});

test("keeps both classes' shares where it is to stratify, as scikit-learn does", async () => {
  const { y } = loadDiabetes();

  const { yTrain, yTest } = await loadAndSplitDataset.run({ ...defaults, dataset, stratify: true });

  expect([...yTrain]).toEqual(reference.split_stratified.train_index.map((i) => y[i]));
  expect([...yTest]).toEqual(reference.split_stratified.test_index.map((i) => y[i]));
});

test("takes another share of the rows for the test set", async () => {
  const { yTrain, yTest } = await loadAndSplitDataset.run({ ...defaults, dataset, testSize: 0.3 });

  expect([yTrain.length, yTest.length]).toEqual([537, 231]);
});

test("names line, column, value and expectation of a bad cell", async () => {
  const bad = csv("1,85,66,29,0,26.6,0.351,31,0", "1,12O,66,29,0,26.6,0.351,31,1");

  await expect(loadAndSplitDataset.run({ ...defaults, dataset: bad })).rejects.toThrow(
    /line 3, column "Glucose": "12O" is not a number\.\nExpected a number at least 0 and at most 300\./,
  );
});

test("leaves bad rows out with onBadRow=skip, and counts them", async () => {
  const rows = [
    "1,85,66,29,0,26.6,0.351,31,0",
    "1,90,66,29,0,26.6,0.351,31,1",
    "1,95,66,29,0,26.6,0.351,31,1",
  ];
  const bad = csv(...rows, "1,12O,66,29,0,26.6,0.351,31,1");

  const { settings } = await loadAndSplitDataset.run({ ...defaults, dataset: bad, onBadRow: "skip" });

  expect(settings).toMatchObject({ rows: 3, skippedRows: 1 });
});

test("refuses rows of one class only", async () => {
  const healthy = csv("1,85,66,29,0,26.6,0.351,31,0", "1,90,66,29,0,26.6,0.351,31,0");

  const splitting = loadAndSplitDataset.run({ ...defaults, dataset: healthy });

  await expect(splitting).rejects.toThrow(ContractError);
  await expect(splitting).rejects.toThrow(
    /patients\.csv: every Outcome is 0\. A classifier needs rows of both classes to learn from\.$/,
  );
});

/** The lines that a run logs. */
async function logged(file: { file: string }, more: Partial<typeof defaults> = {}): Promise<string[]> {
  const lines: string[] = [];
  await loadAndSplitDataset.run(
    { ...defaults, ...more, dataset: file },
    {
      log: (line: string) => void lines.push(line),
      progress() {},
      signal: new AbortController().signal,
      attempt: 1,
      scratch: "",
    },
  );
  return lines;
}

test("says nothing of the diabetes data but how it was divided", async () => {
  expect(await logged(dataset)).toEqual(["read 768 rows: 614 to train on, 154 to test with"]);
});

test("warns of a column that alone decides the target", async () => {
  const rows = Array.from({ length: 200 }, (_, i) => {
    const y = i % 3 === 0 ? 1 : 0;
    return `${i % 7},${80 + (i % 90)},66,${29 + (i % 13)},${y === 1 ? 40 + (i % 5) : i % 2 === 0 ? 10 : 90},26.6,0.351,${20 + (i % 50)},${y}`;
  });

  const lines = await logged(csv(...rows));

  expect(lines).toContain(
    "warning: Insulin alone predicts Outcome: AUC 1.000. Check that it is known before Outcome is, and leave it out otherwise.",
  );
  expect(lines.filter((line) => line.startsWith("warning"))).toHaveLength(1);
});

test("logs the number of test rows that are also training rows", async () => {
  const rows = Array.from({ length: 100 }, (_, i) => `${i % 7},${80 + i},66,29,0,26.6,0.351,31,${i % 2}`);
  const twice = csv(...rows, ...rows);

  const { settings, xTest } = await loadAndSplitDataset.run({ ...defaults, dataset: twice });

  // Counted on scikit-learn 1.9.1's train_test_split of 200 rows.
  expect(settings).toMatchObject({ rows: 200, sharedRows: 34 });
  expect(xTest.numRows()).toBe(40);
  expect(await logged(twice)).toContain("note: 34 of 40 test rows stand in the training rows too");
  expect(await logged(csv(...rows))).toHaveLength(1);
});
