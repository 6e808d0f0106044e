import fc from "fast-check";
import { expect, test } from "vitest";
import { confusionMatrix, InvalidParameterError, ShapeError } from "../../src/index.js";
import { reference, scaledDiabetes } from "../diabetes.js";

test("is scikit-learn's on the diabetes data", () => {
  const matrix = confusionMatrix(scaledDiabetes().yTest, reference.predictions);
  expect(matrix).toEqual(reference.metrics.confusion_matrix);
});

test("has a row for each true class and a column for each predicted one", () => {
  expect(confusionMatrix([0, 0, 0, 1], [0, 1, 1, 1])).toEqual([
    [1, 2],
    [0, 1],
  ]);
});

test("takes the classes and their order from labels, and ignores rows of other classes", () => {
  // The example of scikit-learn's docstring, with labels of the docs' own order.
  const yTrue = ["cat", "ant", "cat", "cat", "ant", "bird"];
  const yPred = ["ant", "ant", "cat", "cat", "ant", "cat"];
  expect(confusionMatrix(yTrue, yPred, { labels: ["ant", "bird", "cat"] })).toEqual([
    [2, 0, 0],
    [0, 0, 1],
    [1, 0, 2],
  ]);
  expect(confusionMatrix(yTrue, yPred, { labels: ["cat", "bird"] })).toEqual([
    [2, 0],
    [1, 0],
  ]);
});

test("counts every row once, and is transposed when truth and prediction are swapped", () => {
  const labels = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(labels, (rows) => {
      const yTrue = rows.map(([label]) => label);
      const yPred = rows.map(([, label]) => label);
      const matrix = confusionMatrix(yTrue, yPred);
      expect(matrix.flat().reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      expect(confusionMatrix(yPred, yTrue)).toEqual(matrix.map((_, j) => matrix.map((row) => row[j])));
    }),
  );
});

test("refuses labels that are not in yTrue, or are repeated", () => {
  expect(() => confusionMatrix([0, 1], [0, 1], { labels: [2] })).toThrow(InvalidParameterError);
  expect(() => confusionMatrix([0, 1], [0, 1], { labels: [1, 1] })).toThrow(InvalidParameterError);
});

test("refuses different lengths", () => {
  expect(() => confusionMatrix([0, 1], [0])).toThrow(ShapeError);
});
