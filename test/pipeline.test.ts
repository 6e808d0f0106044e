import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LogisticRegression } from "@tiphys/ml";
import { beforeAll, expect, test } from "vitest";
import { runRecordSchema } from "../packages/workflow/src/local/run-record.js";
import { tempDir } from "../packages/workflow/test/cli/fixture-project.js";
import { type Ended, pipeline, recordIn, treeIn } from "../packages/workflow/test/cli/program.js";
import { metricsSchema } from "../src/evaluation/metrics.js";
import { modelSchema } from "../src/model.js";
import { findTransformer } from "../src/preprocessing.js";
import { root } from "./project.js";
import { largestRelativeError, reference } from "./reference.js";

const runs = tempDir();
let run: Ended;

beforeAll(async () => {
  run = await pipeline(root, ["run", "--runs", runs], { closeStdin: true });
});

function artifact(path: string, directory = join(runs, "latest")): Buffer {
  return readFileSync(join(directory, path));
}

function modelIn(directory: string) {
  return modelSchema.parse(JSON.parse(artifact("model-training/model.json", directory).toString()));
}

function logisticIn(directory: string): LogisticRegression {
  return LogisticRegression.fromJSON(modelIn(directory).classifier);
}

test("succeeds, and shows five steps in a tree", () => {
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(treeIn(run.stdout).slice(1)).toEqual([
    "✔ model-training-pipeline ‹time›",
    " ├─✔ load-and-split-dataset ‹time›",
    " ├─✔ feature-scaling ‹time›",
    " ├─✔ model-training ‹time›",
    " ├─✔ make-predictions ‹time›",
    " └─✔ evaluate ‹time›",
  ]);
});

test("prints scikit-learn's report to the character, the accuracy and the AUC", () => {
  expect(run.stdout).toContain(`\n\n${reference.metrics.classification_report}\n`);
  expect(run.stdout).toContain("\naccuracy  0.7532\nauc       0.8147\n");
  expect(artifact("evaluate/report.txt").toString()).toBe(reference.metrics.classification_report);
});

test.each([
  ["report", "evaluate/report.txt"],
  ["page", "evaluate/page.html"],
  ["metrics", "evaluate/metrics.json"],
  ["rocCurve", "evaluate/rocCurve.png"],
  ["model", "model-training/model.json"],
])("names the path of the %s", (name, path) => {
  expect(run.stdout).toMatch(new RegExp(`^${name} +\\S+/latest/${path.replace(".", "\\.")}$`, "m"));
  expect(artifact(path).length).toBeGreaterThan(0);
});

test("draws the ROC curve as a PNG of 800 × 600 pixels", () => {
  const png = artifact("evaluate/rocCurve.png");

  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 600]);
});

test("writes a page that needs no other file", () => {
  const page = artifact("evaluate/page.html").toString();

  expect(page).toMatch(/^<!doctype html>/i);
  expect(page.trimEnd()).toMatch(/<\/html>$/i);
  expect(page.match(/<script|<link|src=|NaN|undefined/g)).toBeNull();
});

test("writes metrics and a model that their schemas accept", () => {
  const metrics = metricsSchema.parse(JSON.parse(artifact("evaluate/metrics.json").toString()));
  const classifier = logisticIn(join(runs, "latest"));

  expect(metrics.accuracy.value).toBe(reference.metrics.accuracy);
  expect(metrics.rocAuc.value).toBeCloseTo(reference.metrics.roc_auc, 12);
  expect(largestRelativeError(classifier.coef[0], reference.newton_cholesky.coef)).toBeLessThan(1e-9);
  expect(largestRelativeError(classifier.intercept, [reference.newton_cholesky.intercept])).toBeLessThan(
    1e-9,
  );
});

test("keeps a record with digests, code and versions", () => {
  const record = recordIn(join(runs, "latest"));

  expect(record.phase).toBe("Succeeded");
  expect(record.inputs.artifacts.dataset).toEqual({
    path: join(root, "data/diabetes.csv"),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    bytes: 23106,
  });
  expect(record.code).toMatchObject({
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    node: process.version,
  });
  expect(record.tasks.map(({ phase }) => phase)).toEqual(Array(5).fill("Succeeded"));
});

/** Runs with one parameter set to something else, and gives the directory of the run. */
async function runWith(...settings: string[]): Promise<{ directory: string; ended: Ended }> {
  const own = tempDir();
  const options = settings.flatMap((setting) => ["--set", setting]);
  const ended = await pipeline(root, ["run", "--runs", own, ...options]);
  return { directory: join(own, "latest"), ended };
}

test.concurrent("fills missing values with medians of the training rows with missing=median", async () => {
  const { directory } = await runWith("missing=median");

  const imputerIn = (run: string) => findTransformer(modelIn(run).preprocessing, "SimpleImputer");
  const imputer = imputerIn(directory);
  expect(imputer).toMatchObject({
    strategy: "median",
    columns: ["Glucose", "BloodPressure", "SkinThickness", "Insulin", "BMI"],
  });
  expect(imputer?.statistics[0]).toBe(118);
  expect(imputerIn(join(runs, "latest"))).toBeUndefined();
  expect(logisticIn(directory).coef).not.toEqual(logisticIn(join(runs, "latest")).coef);
});

test.concurrent.each<[string, number, number]>([
  ["testSize=0.3", 537, 231],
  ["stratify=true", 614, 154],
  ["randomState=7", 614, 154],
])("sets %s", async (setting, train, test) => {
  const { directory, ended } = await runWith(setting);

  const [name = "", value = ""] = setting.split("=");
  expect(ended.stdout).toContain(`${train} to train on, ${test} to test with`);
  expect(recordIn(directory).inputs.parameters[name]).toBe(value);
  expect(artifact("evaluate/page.html", directory).toString()).toContain(name);
  expect(logisticIn(directory).coef).not.toEqual(logisticIn(join(runs, "latest")).coef);
});

test.concurrent("sets C, which draws the coefficients towards 0", async () => {
  const { directory } = await runWith("C=0.001");

  expect(logisticIn(directory).toJSON().C).toBe(0.001);
  expect(Math.hypot(...logisticIn(directory).coef[0])).toBeLessThan(0.7);
});

test.concurrent.each<[string, string]>([
  ["testSize=1.5", 'parameter "testSize": found 1.5, expected a number greater than 0 and less than 1.'],
  [
    "randomState=-1",
    'parameter "randomState": found -1, expected an integer at least 0 and at most 4294967295.',
  ],
  ["stratify=yes", 'parameter "stratify": found "yes", expected true or false.'],
  ["missing=mean", 'parameter "missing": found "mean", expected one of: keep, median.'],
  [
    "model=forest",
    'parameter "model": found "forest", expected one of: logistic-regression, hist-gradient-boosting.',
  ],
  [
    "threshold=1",
    'parameter "threshold": found "1", expected a number above 0 and below 1, max-f1, recall>=SHARE, or cost(fn=NUMBER,fp=NUMBER).',
  ],
  ["C=0", 'parameter "C": found 0, expected a number greater than 0.'],
  ["onBadRow=ignore", 'parameter "onBadRow": found "ignore", expected one of: fail, skip.'],
  ["testsiz=0.3", 'model-training-pipeline has no parameter or artifact "testsiz". Did you mean "testSize"?'],
])("refuses %s by exit code 2, naming what is allowed", async (setting, message) => {
  const { ended } = await runWith(setting);

  expect(ended).toEqual({ code: 2, signal: null, stdout: "", stderr: `${message}\n` });
});

test.concurrent("sets the model: gradient boosting of raw columns, with scikit-learn's metrics", async () => {
  const { directory, ended } = await runWith("model=hist-gradient-boosting");

  // scikit-learn 1.9.1: HistGradientBoostingClassifier(random_state=42) on the same split.
  const metrics = metricsSchema.parse(JSON.parse(artifact("evaluate/metrics.json", directory).toString()));
  expect(metrics.rocAuc.value).toBeCloseTo(0.7777777777777778, 12);
  expect(metrics.confusionMatrix).toEqual([
    [75, 24],
    [16, 39],
  ]);
  expect(ended.stdout).toContain("takes the 8 columns as they are");
  const page = artifact("evaluate/page.html", directory).toString();
  expect(page).toContain("Gradient boosting on the Pima Indians Diabetes data");
  expect(page).not.toMatch(/logistic|odds ratio/i);
  const exported = await pipeline(root, ["runs", "export", directory, "--to", "onnx"]);
  expect(exported).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      "Gradient boosting cannot be written as ONNX. Train another model, such as --set model=logistic-regression.",
    ),
  });
  expect(exported.stderr).not.toContain("    at ");
});

test.concurrent("sets classWeight, which gives scikit-learn's metrics of balanced classes", async () => {
  const { directory } = await runWith("classWeight=balanced");

  // scikit-learn 1.9.1: LogisticRegression(class_weight="balanced", solver="newton-cholesky", tol=1e-12).
  const metrics = metricsSchema.parse(JSON.parse(artifact("evaluate/metrics.json", directory).toString()));
  expect(metrics.rocAuc.value).toBeCloseTo(0.813406795224977, 12);
  expect(metrics.confusionMatrix).toEqual([
    [68, 31],
    [16, 39],
  ]);
  expect(modelIn(directory).classWeight).toBe("balanced");
});

test.concurrent("sets a rule for the threshold, which finds more of the positives", async () => {
  const { directory, ended } = await runWith("threshold=recall>=0.9");

  expect(ended.stdout).toMatch(/threshold 0\.2514\d+: recall>=0\.9 on 123 of the training rows/);
  const { recall } = metricsSchema.parse(JSON.parse(artifact("evaluate/metrics.json", directory).toString()));
  // At 0.5 it is 37 / 55.
  expect(recall.value).toBe(43 / 55);
  expect(artifact("evaluate/page.html", directory).toString()).toContain("threshold 0.25");
});

test.concurrent("prints the record alone with --json", async () => {
  const { stdout, code } = await pipeline(root, ["run", "--json", "--runs", tempDir()]);

  const record = runRecordSchema.parse(JSON.parse(stdout));
  expect(record.outputs?.parameters.accuracy).toBe("0.7532467532467533");
  expect(code).toBe(0);
});
