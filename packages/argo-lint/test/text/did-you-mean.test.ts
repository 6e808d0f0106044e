import { expect, test } from "vitest";
import { didYouMean, nearest } from "../../src/text/did-you-mean.js";

test.each([
  ["a swap of neighbours", "xTrian", ["xTest", "xTrain"], "xTrain"],
  ["a missing letter", "xTran", ["yTrain", "xTrain"], "xTrain"],
  ["a surplus letter", "modell", ["model", "mode"], "model"],
  ["another case", "XTRAIN", ["xTrain"], "xTrain"],
  ["the first of two that are as near", "model1", ["model2", "model3"], "model2"],
  ["three changes in a long word", "preprosesing", ["postprocessing", "preprocessing"], "preprocessing"],
  ["an empty candidate not", "ab", ["", "abc"], "abc"],
])("finds what was meant in spite of %s", (_, word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test.each([
  ["a word that has nothing in common", "dataset", ["model", "auc"]],
  ["a word of one letter that is another", "x", ["y", "ab"]],
  ["a word of two letters, both others", "xy", ["ab"]],
  ["no candidates", "model", []],
  ["an empty word", "", ["a"]],
])("finds nothing for %s", (_, word, candidates) => {
  expect(nearest(word, candidates)).toBeUndefined();
});

test("is appended to a message as a question", () => {
  expect(didYouMean("modl", ["model"])).toBe(' Did you mean "model"?');
  expect(didYouMean("modl", ["auc"])).toBe("");
});
