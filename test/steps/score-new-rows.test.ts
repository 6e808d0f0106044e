import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { trainTestSplit } from "@tiphys/ml";
import { table } from "arquero";
import { expect, test } from "vitest";
import { loadDiabetes, scaledDiabetes } from "../../packages/ml/test/diabetes.js";
import { contract } from "../../src/dataset.js";
import { predictPositive, type StoredModel } from "../../src/model.js";
import { modelTraining } from "../../src/steps/model-training.js";
import { scoreNewRows } from "../../src/steps/score-new-rows.js";
import { tempDir } from "../project.js";
import { scalingOf, trainingDefaults } from "../training.js";

const { xTrain, yTrain } = scaledDiabetes();
const raw = trainTestSplit({ ...loadDiabetes(), testSize: 0.2, randomState: 42 });
const header = contract.features.join(",");
const good = ["6,148,72,35,0,33.6,0.627,50", "1,85,66,29,0,26.6,0.351,31"];

async function trained(): Promise<StoredModel> {
  const preprocessing = scalingOf(raw.xTrain);
  const { model } = await modelTraining.run({ xTrain, yTrain, preprocessing, ...trainingDefaults });
  return model;
}

/** The file that the step writes for these lines, and what it logs. */
async function score(
  lines: readonly string[],
  onBadRow: "fail" | "skip" = "fail",
  model?: StoredModel,
): Promise<{ readonly text: string; readonly logged: readonly string[] }> {
  const scratch = tempDir();
  const rows = join(scratch, "new.csv");
  writeFileSync(rows, `${lines.join("\n")}\n`);
  const logged: string[] = [];
  const context = {
    log: (line: string) => logged.push(line.replaceAll(rows, "new.csv")),
    progress() {},
    signal: new AbortController().signal,
    attempt: 1,
    scratch,
  };
  const { predictions } = await scoreNewRows.run(
    { model: model ?? (await trained()), rows: { file: rows }, onBadRow },
    context,
  );
  return { text: readFileSync(predictions.file, "utf8"), logged };
}

test("rows without identifiers are numbered, and have the probabilities that the model gives, with all digits", async () => {
  const model = await trained();
  const columns = contract.features.map((name, i): [string, Float64Array] => [
    name,
    Float64Array.from(good, (line) => Number(line.split(",")[i])),
  ]);
  const [first, second] = predictPositive(model, table(columns));

  const { text } = await score([header, ...good], "fail", model);

  expect(text).toBe(`row,probability,class\n1,${first},1\n2,${second},0\n`);
  expect([first, second]).toEqual([expect.closeTo(0.7709, 4), expect.closeTo(0.0605, 4)]);
});

test("skip: a file of bad rows alone gives their problems alone", async () => {
  const { text, logged } = await score([header, "6,148,72,35,0,33.6,0.627,old", "1,2"], "skip");

  expect(text).toBe(
    [
      "row,probability,class,problem",
      '1,,,"line 2, column ""Age"": ""old"" is not a number, expected an integer at least 0 and at most 120"',
      '2,,,"line 3, the row has 2 cells, expected 8 cells as in the header"',
      "",
    ].join("\n"),
  );
  expect(logged).toEqual([
    "new.csv: 2 of 2 rows were not read.",
    'new.csv line 2, column "Age": "old" is not a number. Expected an integer at least 0 and at most 120.',
    "new.csv line 3: the row has 2 cells. Expected 8 cells as in the header.",
    "scored 0 rows: 0 of class 1 (Outcome), whose probability is at least 0.5",
  ]);
});

test("a model of other columns is refused, with what to do", async () => {
  const model = await trained();
  const other = JSON.parse(JSON.stringify(model).replaceAll('"Age"', '"Years"'));

  await expect(score([header, ...good], "fail", other)).rejects.toThrow(
    "The model was trained on other columns, or in another order, than those in src/dataset.ts (only the model has: Years; only the dataset has: Age). Train again, or choose another model: --set model=PATH",
  );
});
