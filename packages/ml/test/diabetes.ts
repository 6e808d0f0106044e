import { readFileSync } from "node:fs";
import { table } from "arquero";
import { StandardScaler, type Table, trainTestSplit } from "../src/index.js";
import reference from "./fixtures/sklearn.json" with { type: "json" };
import reference19 from "./fixtures/sklearn-1.9.json" with { type: "json" };

/** Answers of scikit-learn 1.2.1 on fixtures/diabetes.csv, split with test_size=0.2 and random_state=42. */
export { reference };

/** Answers of scikit-learn 1.9.1, numpy 2.4.6 and scipy to further questions; standard errors and DeLong by numpy. */
export { reference19 };

/** The 768 rows of fixtures/diabetes.csv: eight numeric features, and Outcome as 0 or 1. */
export function loadDiabetes(): { x: Table; y: Float64Array } {
  const [header = "", ...lines] = readFileSync(new URL("./fixtures/diabetes.csv", import.meta.url), "utf8")
    .trim()
    .split(/\r?\n/);
  const names = header.split(",");
  const rows = lines.map((line) => line.split(",").map(Number));
  const column = (j: number) => Float64Array.from(rows, (row) => row[j] ?? Number.NaN);
  const features = names.slice(0, -1).map((name, j): [string, Float64Array] => [name, column(j)]);
  return { x: table(features), y: column(names.length - 1) };
}

/** The reference's training and test rows, scaled by what the training rows taught. */
export function scaledDiabetes() {
  const { x, y } = loadDiabetes();
  const { xTrain, xTest, yTrain, yTest } = trainTestSplit({ x, y, testSize: 0.2, randomState: 42 });
  const scaler = new StandardScaler().fit(xTrain);
  return { scaler, xTrain: scaler.transform(xTrain), xTest: scaler.transform(xTest), yTrain, yTest };
}
