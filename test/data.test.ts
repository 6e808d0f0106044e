import { join } from "node:path";
import { readDataset } from "@tiphys/workflow";
import { expect, test } from "vitest";
import { contract, positiveClass } from "../src/dataset.js";
import { loadAndSplitDataset } from "../src/steps/load-and-split-dataset.js";
import { root, runDeadline } from "./project.js";

const dataset = { file: join(root, "data/diabetes.csv") };
const defaults = { testSize: 0.2, randomState: 42, stratify: false, onBadRow: "fail" } as const;

test(
  "the file has 768 rows, 268 of them positive, and all keep the contract",
  {
    timeout: runDeadline,
  },
  async () => {
    const { table, rows, skipped } = await readDataset(dataset.file, contract);

    const labels: ArrayLike<unknown> = table.array(contract.target);
    expect({ rows, skipped }).toEqual({ rows: 768, skipped: 0 });
    expect(Array.from(labels).filter((label) => label === positiveClass)).toHaveLength(268);
  },
);

test("a fifth of the rows is the test set, and the target is 0 or 1", { timeout: runDeadline }, async () => {
  const { xTrain, yTrain, yTest } = await loadAndSplitDataset.run({ ...defaults, dataset });

  expect(xTrain.columnNames()).toEqual(contract.features);
  expect([yTrain.length, yTest.length]).toEqual([614, 154]);
  expect(new Set([...yTrain, ...yTest])).toEqual(new Set([0, 1]));
  expect([...yTrain, ...yTest].filter((label) => label === 1)).toHaveLength(268);
});
