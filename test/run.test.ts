import { cpSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  type ColumnSchema,
  CsvWriter,
  column,
  defineDataset,
  json,
  mockStep,
  readDataset,
  readRunRecord,
  table,
  testWorkflow,
} from "@tiphys/workflow";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { contract, datasetArtifact, positiveClass } from "../src/dataset.js";
import { metricsSchema } from "../src/evaluation/metrics.js";
import { modelSchema, predictPositive } from "../src/model.js";
import { makePredictions } from "../src/steps/make-predictions.js";
import { modelTrainingPipeline } from "../src/workflow.js";
import { digestsOf, type Ended, pipeline, root, runDeadline, tempDir } from "./project.js";

/** The contract of new rows. */
const newRowsContract = contract.withoutTarget();
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

test("predictions that say the same of every row have an AUC of 0.5", { timeout: runDeadline }, async () => {
  const same = mockStep(makePredictions, ({ xTest }) => {
    const zeros = new Float64Array(xTest.numRows());
    return { yPred: zeros, yScore: zeros };
  });

  const { outputs, phases } = await testWorkflow(modelTrainingPipeline, {
    root,
    mocks: { "make-predictions": same },
  });

  expect(outputs.auc).toBe(0.5);
  expect(phases.evaluate).toBe("Succeeded");
});

test("steps in processes of their own write the same bytes", { timeout: runDeadline }, async () => {
  const others = tempDir();

  await pipeline(["run", "--runs", others, "--isolated"]);

  expect(digestsOf(others)).toEqual(digestsOf(runs));
});

describe("predict", () => {
  const own = tempDir();
  const files = tempDir();
  const newRows = join(files, "new.csv");
  let yScore: readonly unknown[];
  let yPred: readonly unknown[];

  /** A copy of the run is the newest training, and its test rows without their target are the new rows. */
  beforeAll(async () => {
    const training = realpathSync(latest);
    cpSync(training, join(own, basename(training)), { recursive: true });
    const xTest = await table.decode(join(training, "load-and-split-dataset/xTest.arrow"));
    yScore = await valuesOf(join(training, "make-predictions/yScore.arrow"));
    yPred = await valuesOf(join(training, "make-predictions/yPred.arrow"));
    const columns = newRowsContract.names.map((name) =>
      xTest.columnNames().includes(name)
        ? Array.from(xTest.array(name), cellOf)
        : Array.from(xTest.array(`${name}_daysSince`), dateOf),
    );
    const writer = new CsvWriter(newRows, contract.delimiter);
    writer.write(newRowsContract.names);
    for (let row = 0; row < xTest.numRows(); row++) writer.write(columns.map((cells) => cells[row] ?? ""));
    writer.close();
  }, runDeadline);

  /** Scores a file of new rows. */
  function predict(rows: string, ...options: string[]): Promise<Ended> {
    return pipeline(["run", "predict", "--runs", own, "--set", `rows=${rows}`, ...options]);
  }

  /** The columns that the last run of `predict` has written, by their names. */
  async function predictions(
    columns: Readonly<Record<string, ColumnSchema>>,
  ): Promise<Record<string, unknown[]>> {
    const file = join(own, "latest/score-new-rows/predictions.csv");
    const ignore = ["row", "problem", ...newRowsContract.ignore];
    const { delimiter } = contract;
    const { table: read } = await readDataset(file, defineDataset({ columns, ignore, delimiter }));
    return Object.fromEntries(Object.keys(columns).map((name) => [name, Array.from(read.array(name))]));
  }

  const scored = { probability: z.number(), class: z.string() };

  test(
    "test rows get the probabilities and classes of the training run, to the bit",
    {
      timeout: runDeadline,
    },
    async () => {
      expect(await predict(newRows)).toMatchObject({ code: 0, stderr: "" });

      const { probability, class: classes = [] } = await predictions(scored);
      expect(probability).toEqual(yScore);
      expect(classes.map((name) => (name === String(positiveClass) ? 1 : 0))).toEqual(yPred);
    },
  );

  test(
    "a file that has the target is accepted, its target is not read, and its rows keep their order",
    {
      timeout: runDeadline,
    },
    async () => {
      const dataset = join(root, datasetArtifact.origin?.path ?? "");

      const { code, stdout } = await predict(dataset);

      expect(code).toBe(0);
      expect(stdout).toContain(`the file's column ${contract.target} is not read`);
      const { probability = [] } = await predictions(scored);
      expect(probability).toHaveLength((await readDataset(dataset, contract)).rows);
    },
  );

  test(
    "a row with one cell too many is refused with its line; onBadRow=skip keeps it, with the reason",
    {
      timeout: runDeadline,
    },
    async () => {
      const bad = join(files, "bad.csv");
      const surplus = newRowsContract.names.map(() => "1").join(contract.delimiter);
      writeFileSync(bad, `${readFileSync(newRows, "utf8")}${surplus}${contract.delimiter}1\n`);

      const refused = await predict(bad);
      expect(refused.stderr).toMatch(/bad\.csv line \d+: the row has \d+ cells/);
      expect(refused.code).toBe(1);
      expect(readRunRecord(join(own, "latest")).phase).toBe("Failed");

      expect(await predict(bad, "--set", "onBadRow=skip")).toMatchObject({ code: 0, stderr: "" });
      const { probability = [], problem = [] } = await predictions({
        probability: z.number().nullable(),
        class: z.string().nullable(),
        problem: z.string().nullable(),
      });
      expect(probability).toEqual([...yScore, Number.NaN]);
      expect(problem.slice(0, -1).every((text) => text === "")).toBe(true);
      expect(problem.at(-1)).toMatch(
        /^line \d+, the row has \d+ cells, expected \d+ cells? as in the header$/,
      );
    },
  );

  test("a file with a header alone gives a header alone", { timeout: runDeadline }, async () => {
    const empty = join(files, "empty.csv");
    const writer = new CsvWriter(empty, contract.delimiter);
    writer.write(newRowsContract.names);
    writer.close();

    expect(await predict(empty)).toMatchObject({ code: 0, stderr: "" });

    expect(readFileSync(join(own, "latest/score-new-rows/predictions.csv"), "utf8")).toBe(
      `${["row", "probability", "class"].join(contract.delimiter)}\n`,
    );
  });

  test(
    "without a succeeded training, the message says how to get a model",
    {
      timeout: runDeadline,
    },
    async () => {
      const none = tempDir();

      const { code, stderr } = await pipeline(["run", "predict", "--runs", none, "--set", `rows=${newRows}`]);

      expect(code).toBe(2);
      expect(stderr).toContain('artifact "model": ');
      expect(stderr).toContain("Run it first: npx --no tiphys run ");
    },
  );
});

async function valuesOf(path: string): Promise<unknown[]> {
  const values: ArrayLike<unknown> = await column.decode(path);
  return Array.from(values);
}

/** A value as a cell: a missing number is an empty cell. */
function cellOf(value: unknown): string {
  return Number.isNaN(value) ? "" : String(value);
}

/** The date that is so many days after 1970-01-01, as a cell. */
function dateOf(days: unknown): string {
  return Number.isNaN(days) ? "" : new Date(Math.round(Number(days) * 86_400_000)).toISOString();
}
