import { expect, test } from "vitest";
import { InvalidParameterError, NotFiniteError } from "../src/errors.js";
import { encodeLabels, uniqueLabels } from "../src/labels.js";

test("numbers ascend by value, not by their digits", () => {
  expect(uniqueLabels([10, 9, 10], [-1])).toEqual([-1, 9, 10]);
});

test("texts ascend", () => {
  expect(uniqueLabels(["no", "yes"], ["maybe", "no"])).toEqual(["maybe", "no", "yes"]);
});

test("a missing label is an error that names its row", () => {
  expect(() => uniqueLabels([0, Number.NaN])).toThrow(new NotFiniteError("label", 2, Number.NaN));
});

test("numbers and texts do not mix", () => {
  expect(() => uniqueLabels([0, 1], ["0", "1"])).toThrow(InvalidParameterError);
});

test("labels are encoded as positions, −1 for an unknown one", () => {
  expect([...encodeLabels(["b", "a", "c"], ["a", "b"])]).toEqual([1, 0, -1]);
});
