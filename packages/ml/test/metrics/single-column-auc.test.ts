import { expect, test } from "vitest";
import { RandomState, rocAucScore, singleColumnAuc } from "../../src/index.js";

const n = 2000;
const order = new RandomState(1).permutation(2 * n);
/** Whole numbers in random order: row i of both parts together. */
const at = (i: number) => order[i] ?? 0;
const train = <T>(make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(at(i)));
const held = <T>(make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(at(n + i)));

/** The AUC of a column that is made of the row's number, whose target is made of it too. */
function aucOf(
  target: (i: number) => number,
  column: ((i: number) => string) | ((i: number) => number),
): number {
  const numbers = (values: readonly (string | number)[]) =>
    typeof values[0] === "number" ? Float64Array.from(values, Number) : values.map(String);
  return singleColumnAuc(
    numbers(train<string | number>(column)),
    Float64Array.from(train(target)),
    numbers(held<string | number>(column)),
    Float64Array.from(held(target)),
  );
}

const third = (i: number) => Number(i % 3 === 0);

test.each<[string, (i: number) => number, ((i: number) => string) | ((i: number) => number)]>([
  ["copies it but for an empty cell", third, (i) => (i === 10 ? Number.NaN : third(i))],
  ["has three values, the middle one of which is the positive class", third, (i) => [5, 3, 9][i % 3] ?? 0],
  ["is empty where the class is negative", third, (i) => (third(i) === 1 ? i : Number.NaN)],
  ["is a text that goes with it", third, (i) => ["yes", "no", ""][i % 3] ?? ""],
  ["falls as it rises", (i) => Number(i < 1500), (i) => -i],
  ["is large for a few that are positive", (i) => Number(i > 3960), (i) => i],
])("a column that decides the class is found where it %s", (_, target, column) => {
  expect(aucOf(target, column)).toBeGreaterThan(0.98);
});

test.each<[string, ((i: number) => string) | ((i: number) => number)]>([
  ["texts that are all different", (i) => `id-${i}`],
  ["numbers that say nothing", (i) => (i * 7919) % 4001],
  ["the same value in every row", () => 1],
  ["no value at all", () => Number.NaN],
])("%s decide nothing", (_, column) => {
  expect(aucOf(third, column)).toBeLessThan(0.6);
});

test("agrees with the AUC of the column itself where that rises with the class", () => {
  const target = (i: number) => Number(i + ((i * 7919) % 3000) > 3500);
  const y = Float64Array.from(held(target));

  const own = rocAucScore(y, Float64Array.from(held((i) => i)));

  expect(aucOf(target, (i) => i)).toBeGreaterThan(own - 0.02);
  expect(aucOf(target, (i) => i)).toBeLessThan(own + 0.02);
});

test("is NaN where a part has one class only", () => {
  const one = Float64Array.of(1, 2);
  expect(singleColumnAuc(one, Float64Array.of(0, 1), one, Float64Array.of(1, 1))).toBeNaN();
});

test("is that of the same numbers in an array of another type", () => {
  const value = (i: number) => (i * i) % 251;
  const target = (i: number) => Number(value(i) > 100 + ((i * 7919) % 100));
  const wide = [Float64Array.from(train(value)), Float64Array.from(held(value))] as const;
  const narrow = [Uint8Array.from(train(value)), Uint8Array.from(held(value))] as const;
  const [yTrain, yTest] = [Uint8Array.from(train(target)), Uint8Array.from(held(target))];

  const auc = singleColumnAuc(wide[0], yTrain, wide[1], yTest);

  expect(auc).toBeGreaterThan(0.8);
  expect(singleColumnAuc(narrow[0], yTrain, narrow[1], yTest)).toBe(auc);
});

test("texts of the test rows alone say nothing", () => {
  const y = Uint8Array.of(0, 1, 0, 1);
  expect(singleColumnAuc(["a", "b", "a", "b"], y, ["c", "d", "c", "d"], y)).toBe(0.5);
});
