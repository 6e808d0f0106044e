import { table } from "arquero";
import fc from "fast-check";
import { expect, expectTypeOf, test } from "vitest";
import {
  InvalidParameterError,
  ShapeError,
  type SplitOptions,
  trainTestSplit,
  trainTestSplitIndices,
} from "../../src/index.js";
import { loadDiabetes, reference, reference19 } from "../diabetes.js";

test("splits the rows that scikit-learn splits for random_state 42, in its order", () => {
  const { train, test } = trainTestSplitIndices(768, { testSize: 0.2, randomState: 42 });
  expect([...train]).toEqual(reference.split.train_index);
  expect([...test]).toEqual(reference.split.test_index);
});

test("stratifies as scikit-learn does for random_state 42", () => {
  const { y } = loadDiabetes();
  const { train, test } = trainTestSplitIndices(768, { testSize: 0.2, randomState: 42, stratify: y });
  expect([...train]).toEqual(reference.split_stratified.train_index);
  expect([...test]).toEqual(reference.split_stratified.test_index);
});

const cases = reference19.splits.map(({ n, options, stratify, train, test }) => {
  const { test_size, train_size, random_state, shuffle } = options;
  const given: SplitOptions = {
    ...(test_size === undefined ? {} : { testSize: test_size }),
    ...(train_size === undefined ? {} : { trainSize: train_size }),
    ...(random_state === undefined ? {} : { randomState: random_state }),
    ...(shuffle === undefined ? {} : { shuffle }),
    ...(stratify === null
      ? {}
      : { stratify: stratify.every((label) => typeof label === "number") ? stratify : stratify.map(String) }),
  };
  return {
    n,
    given,
    expected: { train, test },
    name: `${JSON.stringify(options)}${stratify ? " stratified" : ""}`,
  };
});

test.each(cases)("splits $n rows as scikit-learn does with $name", ({ n, given, expected }) => {
  const { train, test } = trainTestSplitIndices(n, given);
  expect({ train: [...train], test: [...test] }).toEqual(expected);
});

test("features and target stay together, columns keep their names and order", () => {
  const { x, y } = loadDiabetes();
  const { xTrain, xTest, yTrain, yTest } = trainTestSplit({ x, y, testSize: 0.2, randomState: 42 });
  expect([xTrain.numRows(), xTest.numRows(), yTrain.length, yTest.length]).toEqual([614, 154, 614, 154]);
  expect(xTrain.columnNames()).toEqual(x.columnNames());
  const first = reference.split.test_index[0] ?? Number.NaN;
  expect(xTest.object(0)).toEqual(x.object(first));
  expect(yTest[0]).toBe(y[first]);
});

test("text columns and text labels are split too", () => {
  const x = table({ city: ["a", "b", "c", "d"], size: Int32Array.of(1, 2, 3, 4) });
  const split = trainTestSplit({ x, y: ["A", "B", "C", "D"], testSize: 2, shuffle: false });
  expect(split.xTest.objects()).toEqual([
    { city: "c", size: 3 },
    { city: "d", size: 4 },
  ]);
  expect(split.yTrain).toEqual(["A", "B"]);
  expectTypeOf(split.yTrain).toEqualTypeOf<string[]>();
});

test("whole numbers stay in an array of their type, features and target", () => {
  const x = table({ age: Uint8Array.from({ length: 10 }, (_, i) => i) });
  const { xTrain, xTest, yTrain, yTest } = trainTestSplit({
    x,
    y: Int16Array.from({ length: 10 }, (_, i) => -i),
    testSize: 0.3,
    randomState: 42,
  });
  // numpy 1.26: RandomState(42).permutation(10) begins with 8, 1, 5
  expect(xTest.data().age).toEqual(Uint8Array.of(8, 1, 5));
  expect(yTest).toEqual(Int16Array.of(-8, -1, -5));
  expect(xTrain.data().age).toEqual(Uint8Array.from(yTrain, (value) => -value));
});

test("rows that a filter excludes are not split", () => {
  const x = table({ a: [1, 2, 3, 4] }).filter((row: { a: number }) => row.a > 2);
  const { xTrain, xTest } = trainTestSplit({ x, y: ["c", "d"], testSize: 1, shuffle: false });
  expect([...xTrain.objects(), ...xTest.objects()]).toEqual([{ a: 3 }, { a: 4 }]);
});

test("every row goes to exactly one side, in the requested sizes", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 300 }),
      fc.double({ min: 0.01, max: 0.5, noNaN: true }),
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      (n, testSize, randomState) => {
        const { train, test } = trainTestSplitIndices(n, { testSize, randomState });
        expect(test.length).toBe(Math.ceil(testSize * n));
        expect([...train, ...test].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
      },
    ),
  );
});

test("a stratified split keeps the share of each class to within one row", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 20, maxLength: 200 }),
      fc.integer({ min: 0, max: 1000 }),
      (labels, randomState) => {
        const counts = [0, 1, 2].map((label) => labels.filter((other) => other === label).length);
        fc.pre(counts.every((count) => count !== 1));
        const { train, test } = trainTestSplitIndices(labels.length, {
          testSize: 0.3,
          randomState,
          stratify: labels,
        });
        expect(new Set([...train, ...test]).size).toBe(labels.length);
        counts.forEach((count, label) => {
          const inTest = test.filter((row) => labels[row] === label).length;
          expect(Math.abs(inTest - (count * test.length) / labels.length)).toBeLessThanOrEqual(1);
        });
      },
    ),
  );
});

test("without a seed two splits differ", () => {
  expect(trainTestSplitIndices(100).test).not.toEqual(trainTestSplitIndices(100).test);
});

test("refuses features and target of different lengths", () => {
  expect(() => trainTestSplit({ x: table({ a: [1, 2, 3] }), y: Float64Array.of(1, 2) })).toThrow(
    new ShapeError("x has 3 rows and y has 2. They must have the same number."),
  );
});

test("refuses to stratify by a class of one row and names it", () => {
  expect(() => trainTestSplitIndices(5, { stratify: ["a", "a", "b", "c", "c"] })).toThrow(
    /only 1 row has b\./,
  );
});

test("refuses to stratify when a side has fewer rows than there are classes", () => {
  const stratify = [0, 0, 0, 1, 1, 1, 2, 2, 2];
  expect(() => trainTestSplitIndices(9, { stratify, testSize: 2 })).toThrow(
    /testSize: found 2 row\(s\), .* 3 classes/,
  );
  expect(() => trainTestSplitIndices(9, { stratify, testSize: 3, trainSize: 2 })).toThrow(/^trainSize/);
});

test("refuses labels to stratify by of another length", () => {
  expect(() => trainTestSplitIndices(3, { stratify: [0, 1] })).toThrow(ShapeError);
});

test("refuses to stratify without shuffling", () => {
  expect(() => trainTestSplitIndices(4, { stratify: [0, 0, 1, 1], shuffle: false })).toThrow(
    InvalidParameterError,
  );
});
