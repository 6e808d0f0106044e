import { expect, test } from "vitest";
import { LogisticRegression } from "../../src/index.js";
import { largestRelativeError } from "../relative-error.js";
import { resampled } from "../resampled-diabetes.js";

const { x, y } = resampled(11_111, 3);
const model = new LogisticRegression().fit(x, y);
const firstRows = x.slice(0, 700);

test("log-odds and classes of a large table are those of a part of it, to the bit", () => {
  expect(model.decisionFunction(x)[0].subarray(0, 700)).toEqual(model.decisionFunction(firstRows)[0]);
  expect(model.predict(x).slice(0, 700)).toEqual(model.predict(firstRows));
});

test("probabilities of a large table are those of a part of it to the last digits, and add up to 1", () => {
  const [negative, positive] = model.predictProba(x);
  const [negativeOfPart, positiveOfPart] = model.predictProba(firstRows);
  expect(largestRelativeError(negative.subarray(0, 700), negativeOfPart)).toBeLessThan(4 * Number.EPSILON);
  expect(largestRelativeError(positive.subarray(0, 700), positiveOfPart)).toBeLessThan(4 * Number.EPSILON);
  expect(negative.length).toBe(11_111);
  expect(negative.every((value, i) => Math.abs(value + (positive[i] ?? 0) - 1) <= Number.EPSILON)).toBe(true);
});
