import { table } from "arquero";
import { describe, expect, test } from "vitest";
import {
  HistGradientBoostingClassifier,
  HistGradientBoostingRegressor,
  InvalidModelError,
} from "../../src/index.js";
import { boostingTable } from "./boosting-table.js";

const data = boostingTable({ n: 400, p: 4, seed: 3, missing: true, categorical: [0, 2, 3] });
const classifier = new HistGradientBoostingClassifier({ maxIter: 3, maxLeafNodes: 5 }).fit(data.x, data.y);
const stored = classifier.toJSON();

test("a classifier predicts the same after a way through JSON", () => {
  const back = HistGradientBoostingClassifier.fromJSON(JSON.parse(JSON.stringify(classifier)));
  expect(back.predictProba(data.x)).toEqual(classifier.predictProba(data.x));
  expect(back.predict(data.x)).toEqual(classifier.predict(data.x));
  expect(back.classes).toEqual([0, 1]);
  expect(back.featureNames).toEqual(["x0", "x1", "x2", "x3"]);
  expect(JSON.stringify(back)).toBe(JSON.stringify(classifier));
});

test("a model that comes from JSON is fitted again with the same options", () => {
  const json: unknown = JSON.parse(JSON.stringify(classifier));
  const again = HistGradientBoostingClassifier.fromJSON(json).fit(data.x, data.y);
  expect(JSON.stringify(again)).toBe(JSON.stringify(classifier));
});

test("a regressor predicts the same after a way through JSON, with a threshold of missing values and infinite cells", () => {
  const x = table({ size: Float64Array.from([1, 1, Number.NaN, Number.NaN, 1, Number.NaN]) });
  const y = Float64Array.of(1, 1, 3, 3, 1, 3);
  const model = new HistGradientBoostingRegressor({ minSamplesLeaf: 1, learningRate: 1, maxIter: 1 }).fit(
    x,
    y,
  );
  expect(model.toJSON().trees[0]?.value).toContain(null);
  const back = HistGradientBoostingRegressor.fromJSON(JSON.parse(JSON.stringify(model)));
  const cells = Float64Array.of(1, Number.NaN, 1e300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
  expect(Array.from(back.predict(table({ size: cells })), Math.round)).toEqual([1, 3, 1, 1, 1]);
});

describe("a broken file is one clear line", () => {
  const [tree] = stored.trees;
  if (tree === undefined) throw new Error("no tree");
  const withTree = (change: Partial<typeof tree>) => ({
    ...stored,
    trees: [{ ...tree, ...change }, ...stored.trees.slice(1)],
  });
  const changed = (list: readonly number[], at: number, value: number) => list.with(at, value);
  const node = tree.feature.findIndex((feature, i) => feature >= 0 && (tree.right[i] ?? 0) > i + 2);
  const leaf = tree.feature.indexOf(-1);
  const faults: [string, unknown, RegExp][] = [
    ["a child that is its parent", withTree({ right: changed(tree.right, node, node) }), /next right child/],
    ["a child before its parent", withTree({ right: changed(tree.right, node, 0) }), /next right child/],
    ["a child beyond the end", withTree({ right: changed(tree.right, node, 99) }), /next right child/],
    ["a tree that is cut off", withTree({ feature: tree.feature.slice(0, -1) }), /expected equal numbers/],
    [
      "a column that is not there",
      withTree({ feature: changed(tree.feature, node, 4) }),
      /expected less than 4/,
    ],
    ["a leaf without a value", withTree({ value: tree.value.with(leaf, null) }), /expected a number/],
    ["a set of categories that is not there", withTree({ leftCategories: [] }), /position in leftCategories/],
    [
      "an unknown category",
      withTree({ leftCategories: tree.leftCategories.map(() => [254]) }),
      /found category 254/,
    ],
    ["a tree too few", { ...stored, trees: stored.trees.slice(1) }, /found 2, expected 3/],
    ["a baseline too many", { ...stored, baseline: [0, 0, 0] }, /found 3, expected 9/],
    ["a class too many", { ...stored, classes: [0, 1, 2] }, /found 1 numbers, expected 3 for 3 classes/],
    [
      "a column too many",
      { ...stored, featureNames: [...stored.featureNames, "y"] },
      /one for each of the 5 columns/,
    ],
    ["a class twice", { ...stored, classes: ["p", "p"] }, /expected ascending classes, each of them once/],
    ["classes in another order", { ...stored, classes: ["p", "n"] }, /ascending[\s\S]*classes/],
    [
      "a column twice",
      { ...stored, featureNames: ["x0", "x1", "x0", "x3"] },
      /found "x0" twice, expected distinct names[\s\S]*featureNames/,
    ],
    ["one leaf", { ...stored, options: { ...stored.options, maxLeafNodes: 1 } }, /maxLeafNodes/],
    ["an unknown key", { ...stored, extra: 1 }, /Unrecognized key/],
    ["a regressor", { ...stored, estimator: "HistGradientBoostingRegressor" }, /estimator/],
  ];
  test.each(faults)("%s", (_, json, message) => {
    expect(tree.leftCategories.length).toBeGreaterThan(0);
    const read = () => HistGradientBoostingClassifier.fromJSON(JSON.parse(JSON.stringify(json)));
    expect(read).toThrow(InvalidModelError);
    expect(read).toThrow(message);
  });
});
