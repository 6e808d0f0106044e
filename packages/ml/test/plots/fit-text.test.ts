import { expect, test } from "vitest";
import { fitText } from "../../src/plots/fit-text.js";

const tenPixelsEach = (text: string) => 10 * [...text].length;

test("label and detail share a row when there is room", () => {
  expect(fitText("Model", "AUC = 1", 150, tenPixelsEach)).toEqual(["Model (AUC = 1)"]);
});

test("they get a row each when there is not", () => {
  expect(fitText("Model", "AUC = 1", 149, tenPixelsEach)).toEqual(["Model", "AUC = 1"]);
});

test("a row that is too wide is cut", () => {
  expect(fitText("Logistic regression", "AUC = 1", 100, tenPixelsEach)).toEqual(["Logistic…", "AUC = 1"]);
});
