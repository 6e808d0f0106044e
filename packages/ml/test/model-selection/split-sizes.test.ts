import { expect, test } from "vitest";
import { InvalidParameterError, ShapeError } from "../../src/errors.js";
import { splitSizes } from "../../src/model-selection/split-sizes.js";

test.each([
  { n: 768, testSize: 0.2, trainSize: undefined, nTrain: 614, nTest: 154 },
  { n: 10, testSize: undefined, trainSize: undefined, nTrain: 7, nTest: 3 },
  { n: 10, testSize: undefined, trainSize: 0.45, nTrain: 4, nTest: 6 },
  { n: 10, testSize: 0.45, trainSize: undefined, nTrain: 5, nTest: 5 },
  { n: 10, testSize: 1, trainSize: undefined, nTrain: 9, nTest: 1 },
  { n: 10, testSize: 9, trainSize: undefined, nTrain: 1, nTest: 9 },
  { n: 10, testSize: 2, trainSize: 3, nTrain: 3, nTest: 2 },
  { n: 10, testSize: 0.2, trainSize: 8, nTrain: 8, nTest: 2 },
  { n: 2, testSize: 0.5, trainSize: undefined, nTrain: 1, nTest: 1 },
])(
  "$n rows, test $testSize, train $trainSize: $nTrain and $nTest",
  ({ n, testSize, trainSize, ...sizes }) => {
    expect(splitSizes(n, testSize, trainSize)).toEqual(sizes);
  },
);

test.each([0, -0.1, 10, 11, 1.5, Number.NaN])("refuses the test size %d for ten rows", (testSize) => {
  expect(() => splitSizes(10, testSize)).toThrow(InvalidParameterError);
});

test("reports the size and its range", () => {
  expect(() => splitSizes(10, 10)).toThrow(
    "testSize: found 10, expected a fraction between 0 and 1, or a number of rows from 1 to 9 (there are 10 rows).",
  );
});

test("refuses more rows than there are", () => {
  expect(() => splitSizes(10, 0.6, 0.5)).toThrow(
    "11 rows together, expected no more than the 10 rows there are",
  );
});

test("refuses to leave no row to train on", () => {
  expect(() => splitSizes(1, 0.2)).toThrow(ShapeError);
  expect(() => splitSizes(0)).toThrow(ShapeError);
});
