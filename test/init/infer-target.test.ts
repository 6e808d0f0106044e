import { expect, test } from "vitest";
import { inferTarget, proposePositive, proposeTarget } from "../../init/infer/target.js";

/** Ten of each text but for the last, which is there n times. */
function cells(texts: readonly string[], last = 10): string[] {
  return texts.flatMap((text, i) => Array.from({ length: i === texts.length - 1 ? last : 10 }, () => text));
}

test.each<[readonly string[], readonly (string | number)[], string | number]>([
  [["0", "1"], [0, 1], 1],
  [["1", "2"], [1, 2], 2],
  [["1.0", "0"], [0, 1], 1],
  [["yes", "no"], ["no", "yes"], "yes"],
  [["ja", "nein"], ["ja", "nein"], "ja"],
  [["True", "False"], ["False", "True"], "True"],
  [["-1", "1"], [-1, 1], 1],
])("of %j the classes are %j, and %j is proposed as the positive one", (texts, values, positive) => {
  const target = inferTarget("y", cells(texts));

  expect(target.classes.map(({ value }) => value)).toEqual(values);
  expect(proposePositive(target)).toBe(positive);
});

test("the rarer class is proposed where no name affirms", () => {
  expect(proposePositive(inferTarget("y", cells(["dog", "cat"], 12)))).toBe("dog");
  expect(proposePositive(inferTarget("y", cells(["cat", "dog"], 12)))).toBe("cat");
});

test("rows without a class are counted, and not among the rows to learn from", () => {
  const { missing, rows, cells: kept } = inferTarget("y", ["NA", ...cells(["a", "b", ""], 3)]);

  expect(missing).toBe(4);
  expect(rows).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect(kept).toEqual(cells(["a", "b"]));
});

const supported =
  "This pipeline is for binary classification: a target of two classes, such as 0 and 1, or yes and no.";

test.each<[string, readonly string[], string]>([
  [
    "a regression",
    Array.from({ length: 40 }, (_, i) => `${i / 2}`),
    `The target "y" has 40 different numbers: that is a regression. ${supported}`,
  ],
  [
    "many whole numbers",
    Array.from({ length: 40 }, (_, i) => `${i}`),
    `The target "y" has 40 different numbers: that is a regression. ${supported}`,
  ],
  ["several classes", cells(["a", "b", "c"]), `The target "y" has 3 classes: "a", "b", "c". ${supported}`],
  [
    "classes that differ by case",
    cells(["yes", "no", "No"]),
    `The target "y" has 3 classes: "No", "no", "yes". ${supported} Some differ in upper and lower case only: write them alike.`,
  ],
  ["grades", cells(["1", "2", "3"]), `The target "y" has 3 classes: 1, 2, 3. ${supported}`],
  ["one class", cells(["a"]), `Every value of the target "y" is "a". ${supported}`],
  ["no value", cells([""]), `The target "y" is empty. ${supported}`],
  [
    "few rows of a class",
    cells(["a", "b"], 9),
    'The target "y" has 9 rows of "b". Expected at least 10 of each class',
  ],
])("refuses %s, and says what is supported", (_what, given, sentence) => {
  expect(() => inferTarget("y", given)).toThrow(sentence);
});

test("a column that is called like a target is proposed, else the last one of two values", () => {
  const two = ["1", "2"];
  expect(proposeTarget(["a", "Churn", "b"], [["1"], two, two])).toBe("Churn");
  expect(proposeTarget(["default", "y", "b"], [two, two, two])).toBe("y");
  expect(proposeTarget(["class", "survived"], [["1", "2", "3"], two])).toBe("survived");
  expect(proposeTarget(["a", "y"], [two, ["1", "2", "3"]])).toBe("y");
  expect(
    proposeTarget(
      ["a", "b", "c"],
      [
        ["1", "2"],
        ["x", "y", ""],
        ["1", "2", "3"],
      ],
    ),
  ).toBe("b");
  expect(proposeTarget(["a"], [["1", "2", "3"]])).toBeUndefined();
});
