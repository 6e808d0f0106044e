import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempDir } from "../packages/workflow/test/cli/fixture-project.js";
import { pipeline, recordIn, treeIn } from "../packages/workflow/test/cli/program.js";
import { root } from "./project.js";

const good = readFileSync(join(root, "data/diabetes.csv"), "utf8");
const [header = "", ...rows] = good.trimEnd().split("\n");
const expectedColumns = `Expected the columns ${header.split(",").join(", ")}, in any order.`;

/** The dataset with one line changed; line 1 is the header. */
function withLine(line: number, change: (text: string) => string): string {
  return [header, ...rows].map((text, i) => (i === line - 1 ? change(text) : text)).join("\n");
}

/** Runs the pipeline on a file with this content. */
async function runOn(content: string | Buffer, ...options: string[]) {
  const directory = tempDir();
  writeFileSync(join(directory, "other.csv"), content);
  const ended = await pipeline(root, ["run", "--runs", "runs", "--set", "dataset=other.csv", ...options], {
    env: { npm_lifecycle_event: "start", INIT_CWD: directory },
  });
  const nameFileAlone = (text: string) => text.replaceAll(`${directory}/other.csv`, "other.csv");
  return {
    code: ended.code,
    stdout: nameFileAlone(ended.stdout),
    stderr: nameFileAlone(ended.stderr),
    record: recordIn(join(directory, "runs/latest")),
  };
}

test.concurrent.each<[string, string, string]>([
  [
    "a missing column",
    [header, ...rows].map((line) => line.split(",").toSpliced(1, 1).join(",")).join("\n"),
    `other.csv line 1: column "Glucose" is missing.\n${expectedColumns}`,
  ],
  [
    "a surplus column",
    [header, ...rows].map((line, i) => `${line},${i === 0 ? "Id" : i}`).join("\n"),
    `other.csv line 1: column "Id" is not part of the dataset. Remove it, or list it under "ignore" in defineDataset.\n${expectedColumns}`,
  ],
  [
    "text in a number",
    withLine(17, (line) => line.replace(/^(\d+),\d+,/, "$1,12O,")),
    'other.csv line 17, column "Glucose": "12O" is not a number.\nExpected a number at least 0 and at most 300. Fix the cell, or run with --set onBadRow=skip to leave such rows out (1 of 768).',
  ],
  ["no content", "", "other.csv is empty.\nExpected a CSV file with a header."],
  ["a header only", `${header}\n`, "other.csv has a header but no rows.\nExpected at least one row."],
  [
    "a ragged row",
    withLine(3, (line) => line.replace(/,[^,]*$/, "")),
    "other.csv line 3: the row has 8 cells.\nExpected 9 cells as in the header. Fix the cell, or run with --set onBadRow=skip to leave such rows out (1 of 768).",
  ],
  [
    "a target of 2",
    withLine(5, (line) => line.replace(/\d$/, "2")),
    'other.csv line 5, column "Outcome": 2 is not allowed.\nExpected one of: 0, 1. Fix the cell, or run with --set onBadRow=skip to leave such rows out (1 of 768).',
  ],
  [
    "one class only",
    [header, ...rows.filter((line) => line.endsWith("0"))].join("\n"),
    "other.csv: every Outcome is 0. A classifier needs rows of both classes to learn from.",
  ],
])("refuses a file with %s by one message and exit code 1", async (_what, content, message) => {
  const { code, stdout, stderr, record } = await runOn(content);

  expect(stderr).toBe(`\nload-and-split-dataset: ${message}\n`);
  expect(code).toBe(1);
  expect(record.phase).toBe("Failed");
  expect(treeIn(stdout).slice(3)).toEqual([
    " ├─○ feature-scaling                   omitted",
    " ├─○ model-training                    omitted",
    " ├─○ make-predictions                  omitted",
    " └─○ evaluate                          omitted",
  ]);
});

test.concurrent.each<[string, string]>([
  ["CRLF", good.replaceAll("\n", "\r\n")],
  ["a byte order mark", `\uFEFF${good}`],
  ["trailing blank lines", `${good}\n\n`],
  [
    "quoted fields",
    good.replace(/^[^\n]*/, (line) => line.replace(/\w+/g, '"$&"')).replace("\n6,148,", '\n"6","148",'),
  ],
  ["no line feed at its end", good.trimEnd()],
])("reads a file with %s as it reads the dataset", async (_what, content) => {
  const { code, stdout, stderr, record } = await runOn(content);

  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toContain("accuracy  0.7532\nauc       0.8147\n");
  expect(record.phase).toBe("Succeeded");
});

test.concurrent("leaves bad rows out with onBadRow=skip, and says how many", async () => {
  const content = withLine(17, (line) => line.replace(/^(\d+),\d+,/, "$1,12O,"));

  const { code, stdout, record } = await runOn(content, "--set", "onBadRow=skip");

  expect(stdout).toContain("  load-and-split-dataset: other.csv: 1 of 768 rows were left out.\n");
  expect(stdout).toContain("read 767 rows: 613 to train on, 154 to test with");
  expect(code).toBe(0);
  expect(record.phase).toBe("Succeeded");
});

test.concurrent("refuses a file that is not there before anything runs", async () => {
  const directory = tempDir();

  const { code, stdout, stderr } = await pipeline(root, ["run", "--set", "dataset=nope.csv"], {
    env: {
      npm_lifecycle_event: "start",
      INIT_CWD: directory,
    },
  });

  expect(stderr).toBe(
    `artifact "dataset": ${directory}/nope.csv does not exist. Name another: --set dataset=PATH\n`,
  );
  expect(stdout).toBe("");
  expect(code).toBe(2);
});

test("a class that is too rare to be measured is reported as such, without a stack trace", async () => {
  const ofClass = (label: string) => rows.filter((row) => row.endsWith(`,${label}`));
  const rare = [header, ...ofClass("1").slice(0, 2), ...ofClass("0").slice(0, 24)].join("\n");

  const { code, stderr, record } = await runOn(rare);

  expect(stderr).toBe(
    "\nevaluate: rocAucConfidenceInterval: found 1 positive and 5 negative row(s). Expected at least 2 of each, as one has no spread.\n",
  );
  expect(record).toMatchObject({ phase: "Failed", message: "child 'evaluate' failed" });
  expect(code).toBe(1);
});
