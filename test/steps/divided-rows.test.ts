import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AnyDataset, dateColumn, defineDataset } from "@tiphys/workflow";
import { table } from "arquero";
import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { loadAndSplitDataset } from "../../src/steps/load-and-split-dataset.js";
import { modelTraining } from "../../src/steps/model-training.js";
import { tempDir } from "../project.js";
import { scalingOf, trainingDefaults } from "../training.js";

const given = vi.hoisted((): { contract?: AnyDataset } => ({}));
vi.mock("../../src/dataset.js", () => ({
  get contract() {
    return given.contract;
  },
  positiveClass: "yes",
  negativeClass: "no",
}));

const columns = { age: z.int(), churned: z.enum(["yes", "no"]) };
const options = { testSize: 0.25, randomState: 42, stratify: false, onBadRow: "fail" } as const;
const logged: string[] = [];
const context = {
  log: (line: string) => void logged.push(line),
  progress: () => {},
  signal: new AbortController().signal,
  attempt: 1,
  scratch: "",
};
beforeEach(() => {
  logged.length = 0;
});

/** 40 rows of 10 customers, in four months. */
const lines = Array.from({ length: 40 }, (_, i) => {
  const customer = `c${(i * 7) % 10}`;
  return [i, customer, `2024-0${1 + (i % 4)}-15`, (i * 3) % 5 < 2 ? "yes" : "no"].join(",");
});

function dataset(rows: readonly string[] = lines): { file: string } {
  const file = join(tempDir(), "customers.csv");
  writeFileSync(file, ["age,customer,month,churned", ...rows, ""].join("\n"));
  return { file };
}

const customerOf = (age: unknown): string => `c${(Number(age) * 7) % 10}`;

test("all rows of one group are training rows or test rows, and settings and log say so", async () => {
  given.contract = defineDataset({
    columns: { ...columns, customer: z.string() },
    target: "churned",
    group: "customer",
    ignore: ["month"],
  });

  const { xTrain, xTest, settings } = await loadAndSplitDataset.run(
    { ...options, dataset: dataset() },
    context,
  );

  expect(xTrain.columnNames()).toEqual(["age"]);
  const trained = new Set(Array.from(xTrain.array("age"), customerOf));
  const tested = new Set(Array.from(xTest.array("age"), customerOf));
  // A quarter of ten customers, rounded up.
  expect([trained.size, tested.size]).toEqual([7, 3]);
  expect([...trained].filter((customer) => tested.has(customer))).toEqual([]);
  expect(settings).toMatchObject({
    rows: 40,
    stratify: false,
    division: { by: "group", column: "customer" },
  });
  expect(logged).toContain("all rows of one customer are in the same set; testSize is a share of them");
});

test("the test rows are the newest ones, those of the month at the border included", async () => {
  given.contract = defineDataset({
    columns: { ...columns, month: dateColumn() },
    target: "churned",
    time: "month",
    ignore: ["customer"],
  });

  const { xTrain, xTest, settings } = await loadAndSplitDataset.run(
    { ...options, testSize: 0.3, dataset: dataset() },
    context,
  );

  const months = (ages: Iterable<unknown>) => new Set(Array.from(ages, (age) => 1 + (Number(age) % 4)));
  expect(months(xTrain.array("age"))).toEqual(new Set([1, 2]));
  expect(months(xTest.array("age"))).toEqual(new Set([3, 4]));
  expect(settings.division).toEqual({ by: "time", column: "month" });
  expect(logged).toContain("the test rows are the newest by month: every training row is older");
});

test("rows that are divided by time cannot be drawn by their classes, and need both in each set", async () => {
  given.contract = defineDataset({
    columns: { ...columns, month: dateColumn("month") },
    target: "churned",
    time: "month",
    ignore: ["customer"],
  });
  const late = lines.map((line) => (line.includes("2024-04") ? line.replace("yes", "no") : line));

  await expect(
    loadAndSplitDataset.run({ ...options, stratify: true, dataset: dataset() }, context),
  ).rejects.toThrow(
    'stratify: found true, expected false: src/dataset.ts divides the rows by "month", not by their classes.',
  );
  await expect(loadAndSplitDataset.run({ ...options, dataset: dataset(late) }, context)).rejects.toThrow(
    "churned is the same in all 10 rows of yTest, as they were divided by src/dataset.ts. Choose another testSize.",
  );
});

test("a threshold by a rule is refused: its validation rows would share groups with the others", () => {
  given.contract = defineDataset({
    columns: { ...columns, customer: z.string() },
    target: "churned",
    group: "customer",
  });
  const xTrain = table({ age: Float64Array.of(1, 2, 3, 4) });
  const inputs = { xTrain, yTrain: Float64Array.of(0, 1, 0, 1), preprocessing: scalingOf(xTrain) };

  expect(() => modelTraining.run({ ...inputs, ...trainingDefaults, threshold: "max-f1" })).toThrow(
    'threshold: found max-f1, expected a number: src/dataset.ts divides the rows by "customer"',
  );
});
