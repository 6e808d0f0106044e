import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeOutputs } from "../../../src/cli/run/describe-outputs.js";
import type { RecordedValues, RunRecord } from "../../../src/local/run-record.js";
import { tempDir } from "../fixture-project.js";
import { plain, runRecord } from "../records.js";

function runWith(outputs: Partial<RecordedValues>, files: Readonly<Record<string, string>> = {}): RunRecord {
  const directory = tempDir();
  mkdirSync(join(directory, "evaluate"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, "evaluate", name), text);
  return runRecord([], { directory, outputs: { parameters: {}, artifacts: {}, ...outputs } });
}

function stored(record: RunRecord, name: string): { path: string; sha256: string; bytes: number } {
  return { path: join(record.directory, "evaluate", name), sha256: "", bytes: 0 };
}

test.each([
  ["0.7532467532467533", "0.7532"],
  ["-12.345678", "-12.3457"],
  ["0.25", "0.25"],
  ["0.00001234567", "0.00001235"],
  ["1.23456e-9", "1.235e-9"],
  ["154", "154"],
  ["1.10", "1.10"],
  ["yes", "yes"],
  ["", ""],
  ["[1.123456,2,0.00001234567]", "[1.1235, 2, 0.00001235]"],
  ["[]", "[]"],
  ['["1.123456"]', '["1.123456"]'],
  ["1e400", "1e400"],
])("shows the parameter %s as %s", (text, shown) => {
  const record = runWith({ parameters: { value: text } });

  expect(describeOutputs(record, record.directory, plain)).toEqual(["", `value  ${shown}`]);
});

test("shows short texts in full, and the path of every artifact", () => {
  const record = runWith({}, { "report.txt": "  a\n\nb\n" });
  const outputs = {
    parameters: { accuracy: "0.5" },
    artifacts: { report: stored(record, "report.txt"), model: stored(record, "model.json") },
  };

  expect(describeOutputs({ ...record, outputs }, "/runs/latest", plain)).toEqual([
    "",
    "  a",
    "",
    "b",
    "",
    "accuracy  0.5",
    "report    /runs/latest/evaluate/report.txt",
    "model     /runs/latest/evaluate/model.json",
  ]);
});

test("names a long text instead of showing it", () => {
  const record = runWith({}, { "report.txt": "x".repeat(4001) });
  const outputs = { parameters: {}, artifacts: { report: stored(record, "report.txt") } };

  expect(describeOutputs({ ...record, outputs }, "/runs/latest", plain)).toEqual([
    "",
    "(report.txt has 4001 characters)",
    "",
    "report  /runs/latest/evaluate/report.txt",
  ]);
});

test("does not shorten the path of an artifact outside of the run", () => {
  const record = runWith({ artifacts: { dataset: { path: "/data/d.csv", sha256: "", bytes: 0 } } });

  expect(describeOutputs(record, "/runs/latest", plain)).toEqual(["", "dataset  /data/d.csv"]);
});

test("lists a short list, and the first of a long one", () => {
  const record = runWith({});
  const list = (count: number) => Array.from({ length: count }, (_, i) => stored(record, `${i}.json`));
  const outputs = { parameters: {}, artifacts: { none: [], two: list(2), six: list(6) } };

  expect(describeOutputs({ ...record, outputs }, "/runs/latest", plain)).toEqual([
    "",
    "none  an empty list",
    "two   /runs/latest/evaluate/0.json",
    "      /runs/latest/evaluate/1.json",
    "six   6 artifacts, the first is /runs/latest/evaluate/0.json",
  ]);
});

test("prints nothing for a run without outputs", () => {
  expect(describeOutputs(runRecord([]), "/runs/latest", plain)).toEqual([]);
});
