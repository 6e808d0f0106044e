import { table } from "arquero";
import { expect, test } from "vitest";
import { HistGradientBoostingClassifier, HistGradientBoostingRegressor } from "../../src/index.js";
import { boostingTable } from "./boosting-table.js";

const one = { minSamplesLeaf: 1, learningRate: 1, maxIter: 1 };
const repeated = <T>(values: readonly T[], times: number): T[] =>
  Array.from({ length: times }, () => values).flat();

test("unknown categories go the way of missing ones", () => {
  const color = repeated(["red", "blue", ""], 12);
  const y = Float64Array.from(color, (text) => (text === "red" ? 1 : text === "blue" ? 2 : 5));
  const model = new HistGradientBoostingRegressor(one).fit(table({ color }), y);
  expect(Array.from(model.predict(table({ color: ["red", "blue", "", "green"] })), Math.round)).toEqual([
    1, 2, 5, 5,
  ]);
});

test("numbers are categories where they are named", () => {
  const code = Float64Array.from(repeated([1, 2, 3, 4], 12));
  const y = code.map((number) => (number % 2 === 1 ? 10 : 20));
  const model = new HistGradientBoostingRegressor({ ...one, maxLeafNodes: 2, categoricalFeatures: ["code"] });
  model.fit(table({ code }), y);
  expect(Array.from(model.predict(table({ code: [1, 2, 3, 4] })), Math.round)).toEqual([10, 20, 10, 20]);
  expect(model.toJSON().categories).toEqual([[1, 2, 3, 4]]);
});

test("without missing values in the fit, they go where most rows go", () => {
  const size = Float64Array.of(1, 2, 3, 4, 5);
  const model = new HistGradientBoostingRegressor({ ...one, maxLeafNodes: 2 });
  model.fit(table({ size }), Float64Array.of(0, 0, 0, 9, 9));
  expect(Array.from(model.predict(table({ size: [Number.NaN] })), Math.round)).toEqual([0]);
});

test("one row, constant columns and columns without a value predict the mean", () => {
  const row = table({ a: Float64Array.of(3), b: [""] });
  const single = new HistGradientBoostingRegressor(one).fit(row, Float64Array.of(7));
  expect(Array.from(single.predict(row), Math.round)).toEqual([7]);
  const constant = table({
    a: new Float64Array(4).fill(2),
    b: new Float64Array(4).fill(Number.NaN),
    c: ["", "", "", ""],
  });
  const model = new HistGradientBoostingRegressor(one).fit(constant, Float64Array.of(1, 2, 3, 6));
  expect(Array.from(model.predict(constant), Math.round)).toEqual([3, 3, 3, 3]);
});

test("two equal columns: the first is taken", () => {
  const { x, y } = boostingTable({ n: 300, p: 1, seed: 4 });
  const cells = Float64Array.from(x.array("x0"));
  const alone = new HistGradientBoostingClassifier().fit(table({ a: cells }), y);
  const twice = new HistGradientBoostingClassifier().fit(table({ a: cells, b: cells }), y);
  expect(twice.toJSON().trees).toEqual(alone.toJSON().trees);
});

test("classes are texts or numbers, and their probabilities add up to 1", () => {
  const { x, y } = boostingTable({ n: 500, p: 4, seed: 5, target: "classes" });
  const names = Array.from(y, (code) => ["none", "few", "some", "many"][code] ?? "");
  const byName = new HistGradientBoostingClassifier({ maxIter: 5 }).fit(x, names);
  const byCode = new HistGradientBoostingClassifier({ maxIter: 5 }).fit(x, y);
  expect(byName.classes).toEqual(["few", "many", "none", "some"]);
  expect(byCode.classes).toEqual([0, 1, 2, 3]);
  const probabilities = byName.predictProba(x);
  for (let i = 0; i < 500; i++) {
    expect(probabilities.reduce((sum, column) => sum + (column[i] ?? 0), 0)).toBeCloseTo(1, 14);
  }
  const predicted = byCode.predict(x);
  const agreeing = byName
    .predict(x)
    .filter((name, i) => name === ["none", "few", "some", "many"][Number(predicted[i])]);
  expect(agreeing.length).toBeGreaterThan(495);
});

test("the same seed gives the same bytes, another one other validation rows", () => {
  const { x, y } = boostingTable({ n: 600, p: 3, seed: 6 });
  const fit = (randomState: number) =>
    JSON.stringify(new HistGradientBoostingClassifier({ earlyStopping: true, randomState }).fit(x, y));
  expect(fit(1)).toBe(fit(1));
  expect(fit(1)).not.toBe(fit(2));
});

test("rows of weight 0 change nothing, and whole weights repeat rows", () => {
  const { x, y } = boostingTable({ n: 200, p: 2, seed: 8, target: "number" });
  const [a = [], b = []] = [x.array("x0"), x.array("x1")].map((column) => Array.from(column, Number));
  const options = { minSamplesLeaf: 1, maxLeafNodes: 4, maxIter: 20 };
  const doubled = table({ x0: [...a, ...a], x1: [...b, ...b] });
  const repeatedFit = new HistGradientBoostingRegressor(options).fit(doubled, Float64Array.of(...y, ...y));
  const weighted = new HistGradientBoostingRegressor(options).fit(
    table({ x0: [...a, 99], x1: [...b, 99] }),
    Float64Array.of(...y, 1e6),
    { sampleWeight: [...y.map(() => 2), 0] },
  );
  const expected = repeatedFit.predict(x);
  weighted.predict(x).forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] ?? 0, 5);
  });
});

test("a filtered table is fitted and predicted in its order", () => {
  const { x, y } = boostingTable({ n: 200, p: 2, seed: 9 });
  const model = new HistGradientBoostingClassifier({ maxIter: 5 }).fit(x, y);
  const all = model.predictProba(x)[1];
  const some = model.predictProba(x.slice(50, 60))[1];
  expect([...(some ?? [])]).toEqual([...(all ?? [])].slice(50, 60));
});
