import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  CategoryImputer,
  LogisticRegression,
  OneHotEncoder,
  onnxClassifier,
  SimpleImputer,
  type Table,
} from "@tiphys/ml";
import { table } from "arquero";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { mlflowModel } from "../../packages/workflow/src/cli/runs/export/mlflow/mlflow-model.js";
import { tempDir } from "../project.js";
import { hasMlflow, mlflowEnvironment, mlflowPython } from "./mlflow-server.js";

const answersSchema = z.array(
  z.object({
    types: z.array(z.string()),
    warnings: z.array(z.string()),
    probability: z.array(z.number()).optional(),
    error: z.string().optional(),
  }),
);

/** What the model of a directory predicts for CSV files, by their names. */
function predictions(model: string, files: Readonly<Record<string, string>>): z.output<typeof answersSchema> {
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(model, name);
    writeFileSync(path, content);
    return path;
  });
  const answer = execFileSync(mlflowPython, [join(import.meta.dirname, "predict-csv.py"), model, ...paths], {
    encoding: "utf8",
    env: mlflowEnvironment,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 120_000,
  });
  return answersSchema.parse(JSON.parse(answer));
}

/** Fits a model to columns of categories and one of numbers. `write` writes it for MLflow. */
function fit(texts: Readonly<Record<string, readonly string[]>>) {
  const columns = Object.keys(texts);
  const rows = texts[columns[0] ?? ""]?.length ?? 0;
  const size = Array.from({ length: rows }, (_, row) => (row * 7) % 5);
  const x = table({ size, ...texts });
  const numbers = new SimpleImputer({ columns: ["size"] }).fit(x);
  const gaps = new CategoryImputer({ columns }).fit(x);
  const encoder = new OneHotEncoder({ columns, handleUnknown: "ignore", drop: "mostFrequent" });
  encoder.fit(gaps.transform(x));
  const prepare = (table: Table) => encoder.transform(gaps.transform(numbers.transform(table)));
  const y = size.map((_, row) => ((row * row) % 7 < 3 ? "yes" : "no"));
  const classifier = new LogisticRegression({ C: 100 }).fit(prepare(x), y);
  const steps = [numbers, gaps, encoder].map((step) => step.toJSON());
  const model = onnxClassifier({ steps, classifier: classifier.toJSON() });
  const directory = tempDir();
  for (const [path, bytes] of Object.entries(mlflowModel(model, "0", "2026-01-02T03:04:05.000Z").files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), bytes);
  }
  const probability = (cells: Readonly<Record<string, readonly string[]>>) => {
    const count = Object.values(cells)[0]?.length ?? 0;
    const raw = table({ size: Array.from({ length: count }, () => 1), ...cells });
    return Array.from(classifier.predictProba(prepare(raw))[1] ?? []);
  };
  return { directory, probability };
}

/** As a CSV file, with size 1. */
function csvOf(cells: Readonly<Record<string, readonly string[]>>): string {
  const columns = Object.values(cells);
  const rows = (columns[0] ?? []).map((_, row) => ["1", ...columns.map((each) => each[row])].join(","));
  return `${[["size", ...Object.keys(cells)].join(","), ...rows].join("\n")}\n`;
}

function expectClose(found: readonly number[] | undefined, expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [row, value] of expected.entries()) expect(found?.[row]).toBeCloseTo(value, 12);
}

describe.skipIf(!hasMlflow)("a column of categories as pandas reads it", () => {
  test("true and false, codes with leading zeros, and decimals are the categories of the CSV file", () => {
    const { directory, probability } = fit({
      member: ["true", "true", "false", "true", "false", "true", "false", "true"],
      loud: ["FALSE", "TRUE", "TRUE", "FALSE", "FALSE", "FALSE", "TRUE", "FALSE"],
      code: ["01", "02", "02", "10", "01", "02", "10", "02"],
      dose: ["1.0", "2.50", "2.50", "1.0", "1.0", "2.50", "10", "2.50"],
    });
    const whole = {
      member: ["true", "false", "false"],
      loud: ["TRUE", "FALSE", "TRUE"],
      code: ["01", "02", "10"],
      dose: ["1.0", "2.50", "10"],
    };
    const gaps = {
      member: ["true", "", "false"],
      loud: ["", "FALSE", "TRUE"],
      code: ["01", "", "10"],
      dose: ["1.0", "", "10"],
    };

    const [first, second] = predictions(directory, { "whole.csv": csvOf(whole), "gaps.csv": csvOf(gaps) });

    expect(first).toMatchObject({ types: ["int64", "bool", "bool", "int64", "float64"], warnings: [] });
    expectClose(first?.probability, probability(whole));
    expect(new Set(first?.probability).size).toBe(3);
    expect(second).toMatchObject({
      types: ["int64", "object", "object", "float64", "float64"],
      warnings: [],
    });
    expectClose(second?.probability, probability(gaps));
  }, 180_000);

  test("what pandas has made of two categories, or of an empty cell, is an error that says how to read the file", () => {
    const { directory, probability } = fit({
      code: ["01", "1", "1", "2", "01", "2", "1", "1"],
      answer: ["None", "yes", "yes", "no", "None", "no", "yes", "yes"],
    });
    const codes = { code: ["1", "01", "2"], answer: ["yes", "no", "yes"] };
    const answers = { code: ["2", "2", "2"], answer: ["yes", "None", ""] };

    const [first, second, ...asTexts] = predictions(directory, {
      "codes.csv": csvOf(codes),
      "answers.csv": csvOf(answers),
      "text-codes.csv": csvOf(codes),
      "text-answers.csv": `${csvOf(answers)},2,no\n`,
    });

    expect(first?.error).toBe(
      "Column 'code': pandas reads '01' and '1' as 1. Read the file with pandas.read_csv(…, dtype={'code': str}).",
    );
    expect(second?.error).toBe(
      "Column 'answer': pandas reads 'None' as an empty cell. Read the file with pandas.read_csv(…, dtype={'answer': str}, keep_default_na=False).",
    );
    expectClose(asTexts[0]?.probability, probability(codes));
    expectClose(asTexts[1]?.probability?.slice(0, 3), probability(answers));
    expect(asTexts[1]?.probability).toHaveLength(4);
  }, 180_000);

  test("a category that the model does not know is a warning, and encoded as in the pipeline", () => {
    const { directory, probability } = fit({
      member: ["true", "true", "false", "true", "false", "true", "false", "true"],
      code: ["01", "02", "02", "10", "01", "02", "10", "02"],
    });
    const cells = { member: ["yes", "no", "true"], code: ["01", "7", "7"] };

    const [found] = predictions(directory, { "unknown.csv": csvOf(cells) });

    expectClose(found?.probability, probability(cells));
    expect(found?.warnings).toEqual([
      "Column 'member': the model does not know 'no', 'yes'. It knows the categories of the training rows.",
      "Column 'code': the model does not know '7'. It knows the categories of the training rows.",
    ]);
  }, 180_000);
});
