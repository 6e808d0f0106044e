import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { RunRecord } from "@tiphys/workflow";
import { expect, test } from "vitest";
import { runExample } from "./example-runs.js";

function parametersOf(record: RunRecord): Readonly<Record<string, string>> {
  return record.outputs?.parameters ?? {};
}

/** The content of an output that is one file. */
function fileOf(record: RunRecord, output: string): string {
  const artifact = record.outputs?.artifacts[output];
  if (artifact === undefined || Array.isArray(artifact)) throw new Error(`${output} is not one file.`);
  return readFileSync(resolve(record.directory, artifact.path), "utf8");
}

/** How each task of the run ended. */
function phasesOf({ tasks }: RunRecord): Readonly<Record<string, string>> {
  return Object.fromEntries(tasks.map(({ id, phase }) => [id, phase]));
}

test("coinflip: heads doubles the stake, and the other task is skipped", async () => {
  const record = await runExample("coinflip");
  expect(parametersOf(record)).toEqual({ side: "heads", balance: "20" });
  expect(phasesOf(record)).toEqual({
    "flip-coin": "Succeeded",
    "pay-out": "Succeeded",
    "pay-off": "Skipped",
  });
});

test("coinflip: tails loses the stake", async () => {
  const record = await runExample("coinflip", { seed: "1" });
  expect(parametersOf(record)).toEqual({ side: "tails", balance: "-10" });
  expect(phasesOf(record)).toEqual({
    "flip-coin": "Succeeded",
    "pay-out": "Skipped",
    "pay-off": "Succeeded",
  });
});

test("diamond: the mean of 1, 2, 3 and 4", async () => {
  const record = await runExample("diamond");
  expect(parametersOf(record)).toEqual({ mean: "2.5" });
});

test("nested-workflow: the same workflow runs for winter and summer", async () => {
  const record = await runExample("nested-workflow");
  expect(parametersOf(record)).toEqual({ kelvin: "26" });
  expect(phasesOf(record)).toEqual({ winter: "Succeeded", summer: "Succeeded", difference: "Succeeded" });
});

test("inline-script: TypeScript draws the numbers, Python takes their median", async () => {
  const record = await runExample("inline-script");
  expect(parametersOf(record)).toEqual({ numbers: "[59,29,54,98,67]", median: "59" });
});

// scikit-learn 1.9.1: see ../fixtures/search-on-validation-rows.py.
test("hyperparameter-search: the C that is best on validation rows is tested on others", async () => {
  const record = await runExample("hyperparameter-search");
  expect(record.phase).toBe("Succeeded");
  const { C, aucs, validationAuc, auc } = parametersOf(record);
  expect(C).toBe("10");
  const expected = [
    0.8357930132635905, 0.8475621147020362, 0.8608257052120306, 0.8625070054175228, 0.8632542499532971,
  ];
  expect(JSON.parse(aucs ?? "")).toEqual(expected.map((value) => expect.closeTo(value, 12)));
  expect(Number(validationAuc)).toBeCloseTo(0.8632542499532971, 12);
  // Its best C on the test rows is 0.01: choosing there would report 0.8235.
  expect(Number(auc)).toBeCloseTo(0.8225895316804408, 12);
  expect(JSON.parse(fileOf(record, "model"))).toMatchObject({ classifier: { C: 10 } });
});

test("hyperparameter-search: other candidates can be set", async () => {
  const record = await runExample("hyperparameter-search", { candidates: "[1]" });
  expect(parametersOf(record)).toMatchObject({ C: "1", aucs: "[0.8625070054175228]" });
});

test("cross-validation: five folds and their mean", async () => {
  // scikit-learn 1.9.1: cross_val_score with StratifiedKFold(5, shuffle=True, random_state=0).
  const record = await runExample("cross-validation");
  const { mean, deviation, aucs } = parametersOf(record);
  expect(Number(mean)).toBeCloseTo(0.833796645702306, 12);
  expect(Number(deviation)).toBeCloseTo(0.0284564977885968, 12);
  expect(JSON.parse(aucs ?? "")).toEqual([
    0.836111111111111, 0.7949999999999998, 0.8327777777777777, 0.8828301886792452, 0.8222641509433963,
  ]);
});

test("map-reduce: the parts add up to the whole table", async () => {
  const record = await runExample("map-reduce");
  expect(parametersOf(record)).toEqual({ rows: "768", rowsOfParts: "[200,200,200,168]" });
  expect(JSON.parse(fileOf(record, "means"))).toMatchObject({
    Glucose: 120.89453125,
    BloodPressure: 69.10546875,
  });
});

test("empty-map: nothing runs, and an empty list goes on", async () => {
  const record = await runExample("empty-map");
  expect(parametersOf(record)).toEqual({ count: "0", largest: "0" });
  expect(fileOf(record, "list")).toBe("There are none.\n");
});

test("empty-map: with a lower limit there are two", async () => {
  const record = await runExample("empty-map", { limit: "5" });
  expect(parametersOf(record)).toEqual({ count: "2", largest: "4" });
  expect(fileOf(record, "list")).toBe("-7 is 2 beyond the limit.\n9 is 4 beyond the limit.\n");
});

test("skipped-producers: the report is bound without the missing parts", async () => {
  const record = await runExample("skipped-producers");
  expect(phasesOf(record)).toMatchObject({ "write-index": "Skipped", "bind-report": "Succeeded" });
  expect(parametersOf(record)).toEqual({ parts: "1" });
  expect(fileOf(record, "report")).toBe("In short: 1 pages follow.\n0 entries\n");
});

test("skipped-producers: the report has all parts where they were written", async () => {
  const record = await runExample("skipped-producers", { detail: "long" });
  expect(parametersOf(record)).toEqual({ parts: "2" });
  expect(fileOf(record, "report")).toBe("In short: 12 pages follow.\nIndex of 12 pages\n36 entries\n");
});

test("artifacts: every kind is there, and the folder arrives whole", async () => {
  const record = await runExample("artifacts");
  expect(parametersOf(record)).toEqual({ count: "3" });
  expect(Object.keys(record.outputs?.artifacts ?? {})).toEqual([
    "picture",
    "page",
    "figures",
    "note",
    "files",
  ]);
  expect(fileOf(record, "note")).toBe("Three points of a curve: AUC 0.85\n");
});

test("batch-prediction: one of four patients is above the threshold", async () => {
  const record = await runExample("batch-prediction");
  expect(parametersOf(record)).toEqual({ above: '["B"]' });
});

test("batch-prediction: with a lower threshold there are three", async () => {
  const record = await runExample("batch-prediction", { threshold: "0.2" });
  expect(parametersOf(record)).toEqual({ above: '["B","C","D"]' });
});

test("review-and-retrain: a second round runs with the value that the person picked", async () => {
  const record = await runExample("review-and-retrain");
  const { C, validationAuc, auc } = parametersOf(record);
  expect(C).toBe("0.1");
  expect(Number(validationAuc)).toBeCloseTo(0.8589575938725948, 12);
  expect(Number(auc)).toBeCloseTo(0.8176308539944903, 12);
});

test("review-and-retrain: without an answer the run is incomplete", async () => {
  const record = await runExample("review-and-retrain", {}, []);
  expect(record.phase).toBe("Incomplete");
});

test("retry-with-backoff: the third attempt succeeds", async () => {
  const record = await runExample("retry-with-backoff");
  expect(parametersOf(record)).toEqual({ attempts: "3" });
  expect(record.tasks[0]?.attempts?.map(({ exitCode }) => exitCode)).toEqual([75, 75, 0]);
});

test("exit-handler: a success is reported with the workflow's output", async () => {
  const record = await runExample("exit-handler");
  expect(record.phase).toBe("Succeeded");
  expect(record.exit?.[0]?.outputs?.parameters).toEqual({ message: "Monday: Succeeded, 3 orders" });
});

test("exit-handler: a failure is reported with the failed task", async () => {
  const record = await runExample("exit-handler", { orders: "-1" });
  expect(record.phase).toBe("Failed");
  expect(record.exit?.[0]?.outputs?.parameters).toEqual({ message: "Monday: Failed in count-orders" });
});

test("gpu-and-memory: the options have no effect on this machine", async () => {
  const record = await runExample("gpu-and-memory");
  expect(parametersOf(record)).toEqual({ trace: "9" });
});

test("shared-pod: the AUC is above 0.8, and the accuracy is 75 percent", async () => {
  const record = await runExample("shared-pod");
  expect(parametersOf(record)).toEqual({ isUsable: "true", percent: "75" });
});

test("cron-retraining: a good model is published", async () => {
  const record = await runExample("cron-retraining");
  expect(phasesOf(record)).toEqual({ "model-training-pipeline": "Succeeded", "publish-model": "Succeeded" });
  expect(parametersOf(record)).toEqual({ auc: "0.8227731864095498" });
});

test("workflow-template: runs like any other workflow on this machine", async () => {
  const record = await runExample("workflow-template", { values: "[1,3]" });
  expect(parametersOf(record)).toEqual({ values: "[-1,1]" });
});

test("template-reference: is incomplete on this machine, because the template is in the cluster", async () => {
  const record = await runExample("template-reference");
  expect(record.phase).toBe("Incomplete");
  expect(record.tasks[0]?.message).toContain("Run the workflow there.");
});

test("container-step: the steps around the container run on this machine", async () => {
  const record = await runExample("container-step");
  expect(record.phase).toBeOneOf(["Incomplete", "Succeeded"]);
  expect(phasesOf(record)).toMatchObject({ "write-lines": "Succeeded" });
});
