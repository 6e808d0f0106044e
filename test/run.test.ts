import { readFileSync } from "node:fs";
import { join } from "node:path";
import { column, json, readRunRecord, table } from "@tiphys/workflow";
import { beforeAll, expect, test } from "vitest";
import { metricsSchema } from "../src/evaluation/metrics.js";
import { modelSchema, predictPositive } from "../src/model.js";
import { digestsOf, type Ended, pipeline, runDeadline, tempDir } from "./project.js";

const runs = tempDir();
const latest = join(runs, "latest");
let run: Ended;

beforeAll(async () => {
  run = await pipeline(["run", "--runs", runs]);
}, runDeadline);

test("a run succeeds, and prints the accuracy and the AUC that its metrics hold", async () => {
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(readRunRecord(latest).phase).toBe("Succeeded");
  const { accuracy, rocAuc } = await json(metricsSchema).decode(join(latest, "evaluate/metrics.json"));
  const [, ...printed] = /\naccuracy +(\S+)\nauc +(\S+)\n/.exec(run.stdout) ?? [];
  expect(printed).toHaveLength(2);
  // Four decimals are printed, and half of the last one may be missing.
  for (const [i, { value }] of [accuracy, rocAuc].entries()) {
    expect(Math.abs(Number(printed[i]) - (value ?? Number.NaN))).toBeLessThan(0.0001);
  }
});

test("the stored model scores raw test rows as the run did", { timeout: runDeadline }, async () => {
  const model = await json(modelSchema).decode(join(latest, "model-training/model.json"));
  const xTest = await table.decode(join(latest, "load-and-split-dataset/xTest.arrow"));
  const yScore = await column.decode(join(latest, "make-predictions/yScore.arrow"));

  expect(predictPositive(model, xTest)).toEqual(yScore);
});

test(
  "the columns that the model has learned from hold numbers alone, training rows of them around 0",
  { timeout: runDeadline },
  async () => {
    const model = await json(modelSchema).decode(join(latest, "model-training/model.json"));
    const xTrain = await table.decode(join(latest, "feature-scaling/xTrain.arrow"));

    expect(xTrain.columnNames()).toEqual(model.classifier.featureNames);
    const values = xTrain.columnNames().flatMap((name) => Array.from(xTrain.array(name), Number));
    expect(values.every(Number.isFinite)).toBe(true);
  },
);

test("a run writes a page, a figure and a report", () => {
  const page = readFileSync(join(latest, "evaluate/page.html"), "utf8");

  expect(page).toMatch(/^<!doctype html>/i);
  expect(page.match(/<script|<link|src=|>(NaN|undefined)/g)).toBeNull();
  expect(readFileSync(join(latest, "evaluate/report.txt"), "utf8")).toContain("accuracy");
  expect(readFileSync(join(latest, "evaluate/rocCurve.png")).subarray(1, 4).toString()).toBe("PNG");
});

test("steps in processes of their own write the same bytes", { timeout: runDeadline }, async () => {
  const others = tempDir();

  await pipeline(["run", "--runs", others, "--isolated"]);

  expect(digestsOf(others)).toEqual(digestsOf(runs));
});
