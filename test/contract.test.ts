import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDataset, readRunRecord } from "@tiphys/workflow";
import { expect, test } from "vitest";
import { contract, datasetArtifact, positiveClass } from "../src/dataset.js";
import { pipeline, root, runDeadline, tempDir } from "./project.js";

const file = join(root, datasetArtifact.origin?.path ?? "");

test(
  "every row of the dataset fulfils the contract, and both classes are there",
  { timeout: runDeadline },
  async () => {
    const { table, rows, skipped } = await readDataset(file, contract);

    const labels: ArrayLike<unknown> = table.array(contract.target);
    const positives = Array.from(labels).filter((label) => label === positiveClass).length;
    expect(skipped).toBe(0);
    expect(table.numRows()).toBe(rows);
    expect(positives).toBeGreaterThan(0);
    expect(positives).toBeLessThan(rows);
  },
);

test("the target is none of the features, and new rows need no other columns than theirs", () => {
  const { names, features } = contract.withoutTarget();
  expect(features).toEqual(contract.features);
  expect(contract.features).not.toContain(contract.target);
  expect(Object.keys(contract.columns)).toEqual(expect.arrayContaining([...names, contract.target]));
  expect(names).not.toContain(contract.target);
});

test(
  "a row with one cell too many is refused with its line, and nothing is evaluated",
  { timeout: runDeadline },
  async () => {
    const directory = tempDir();
    const bad = join(directory, "bad.csv");
    // At the end of the file, as a line break elsewhere may be within a quoted cell.
    writeFileSync(bad, `${readFileSync(file, "utf8").replace(/[\r\n]+$/, "")}${contract.delimiter}1\n`);

    const { code, stderr } = await pipeline([
      "run",
      "--runs",
      join(directory, "runs"),
      "--set",
      `dataset=${bad}`,
    ]);

    expect(stderr).toMatch(/bad\.csv line \d+: the row has \d+ cells/);
    expect(code).toBe(1);
    expect(readRunRecord(join(directory, "runs/latest")).phase).toBe("Failed");
  },
);
