import type { NewProject, OwnData } from "../answers/answers.js";
import { dataFile } from "../answers/data-file.js";
import { madeColumns } from "../answers/part-names.js";
import { literal } from "./literal.js";

/** `test/data.test.ts` of a project with its own data, with the current figures of the file as literals. */
export function dataTest(project: NewProject, { inferred, positive }: OwnData): string {
  const { features, target, file } = inferred;
  const { rows } = file;
  const { division } = inferred;
  const positives = target.classes.find(({ value }) => value === positive)?.rows ?? 0;
  const ofTest = Math.ceil(rows * 0.2);
  const byName = new Map(features.map((feature) => [feature.name, madeColumns(feature)]));
  const names = file.names.flatMap((name) => byName.get(name) ?? []);
  return `import { join } from "node:path";
import { readDataset } from "@tiphys/workflow";
import { expect, test } from "vitest";
import { contract, positiveClass } from "../src/dataset.js";
import { loadAndSplitDataset } from "../src/steps/load-and-split-dataset.js";
import { root, runDeadline } from "./project.js";

const dataset = { file: join(root, ${literal(dataFile(project))}) };
const defaults = { testSize: 0.2, randomState: 42, stratify: ${division === undefined}, onBadRow: "fail" } as const;

test("the file has ${rows} rows, ${positives} of them positive, and all keep the contract", { timeout: runDeadline }, async () => {
  const { table, rows, skipped } = await readDataset(dataset.file, contract);

  const labels: ArrayLike<unknown> = table.array(contract.target);
  expect({ rows, skipped }).toEqual({ rows: ${rows}, skipped: 0 });
  expect(Array.from(labels).filter((label) => label === positiveClass)).toHaveLength(${positives});
});

test("${division === undefined ? "a fifth of the rows is the test set" : "each row is in the training or the test set"}, and the target is 0 or 1", { timeout: runDeadline }, async () => {
  const { xTrain, yTrain, yTest } = await loadAndSplitDataset.run({ ...defaults, dataset });

  expect(xTrain.columnNames()).toEqual(${literal(names)});
${
  division === undefined
    ? `  expect([yTrain.length, yTest.length]).toEqual([${rows - ofTest}, ${ofTest}]);`
    : `  expect(yTrain.length + yTest.length).toBe(${rows});`
}
  expect(new Set([...yTrain, ...yTest])).toEqual(new Set([0, 1]));
  expect([...yTrain, ...yTest].filter((label) => label === 1)).toHaveLength(${positives});
});
`;
}
