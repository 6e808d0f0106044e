import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ColumnSchema,
  CsvWriter,
  column,
  defineDataset,
  readDataset,
  readRunRecord,
  table,
} from "@tiphys/workflow";
import { beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { contract, datasetArtifact, positiveClass } from "../src/dataset.js";
import { type Ended, pipeline, root, runDeadline, tempDir } from "./project.js";

const runs = tempDir();
const files = tempDir();
const newRows = join(files, "new.csv");
let yScore: readonly unknown[];
let yPred: readonly unknown[];

/** Trains, and writes the run's test rows without their target as a file of new rows. */
beforeAll(async () => {
  await pipeline(["run", "--runs", runs]);
  const latest = join(runs, "latest");
  const xTest = await table.decode(join(latest, "load-and-split-dataset/xTest.arrow"));
  yScore = await valuesOf(join(latest, "make-predictions/yScore.arrow"));
  yPred = await valuesOf(join(latest, "make-predictions/yPred.arrow"));
  const columns = contract.features.map((name) => Array.from(xTest.array(name), cellOf));
  const writer = new CsvWriter(newRows, contract.delimiter);
  writer.write(contract.features);
  for (let row = 0; row < xTest.numRows(); row++) writer.write(columns.map((cells) => cells[row] ?? ""));
  writer.close();
}, runDeadline);

async function valuesOf(path: string): Promise<unknown[]> {
  const values: ArrayLike<unknown> = await column.decode(path);
  return Array.from(values);
}

/** A value as a cell: a missing number is an empty cell. */
function cellOf(value: unknown): string {
  return Number.isNaN(value) ? "" : String(value);
}

/** Scores a file of new rows. */
function predict(rows: string, ...options: string[]): Promise<Ended> {
  return pipeline(["run", "predict", "--runs", runs, "--set", `rows=${rows}`, ...options]);
}

/** The columns that the last run of `predict` has written, by their names. */
async function predictions(
  columns: Readonly<Record<string, ColumnSchema>>,
): Promise<Record<string, unknown[]>> {
  const file = join(runs, "latest/score-new-rows/predictions.csv");
  const ignore = ["row", "problem", ...contract.ignore];
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
    const surplus = contract.features.map(() => "1").join(contract.delimiter);
    writeFileSync(bad, `${readFileSync(newRows, "utf8")}${surplus}${contract.delimiter}1\n`);

    const refused = await predict(bad);
    expect(refused.stderr).toMatch(/bad\.csv line \d+: the row has \d+ cells/);
    expect(refused.code).toBe(1);
    expect(readRunRecord(join(runs, "latest")).phase).toBe("Failed");

    expect(await predict(bad, "--set", "onBadRow=skip")).toMatchObject({ code: 0, stderr: "" });
    const { probability = [], problem = [] } = await predictions({
      probability: z.number().nullable(),
      class: z.string().nullable(),
      problem: z.string().nullable(),
    });
    expect(probability).toEqual([...yScore, Number.NaN]);
    expect(problem.slice(0, -1).every((text) => text === "")).toBe(true);
    expect(problem.at(-1)).toMatch(/^line \d+, the row has \d+ cells, expected \d+ cells? as in the header$/);
  },
);

test("a file with a header alone gives a header alone", { timeout: runDeadline }, async () => {
  const empty = join(files, "empty.csv");
  const writer = new CsvWriter(empty, contract.delimiter);
  writer.write(contract.features);
  writer.close();

  expect(await predict(empty)).toMatchObject({ code: 0, stderr: "" });

  expect(readFileSync(join(runs, "latest/score-new-rows/predictions.csv"), "utf8")).toBe(
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
