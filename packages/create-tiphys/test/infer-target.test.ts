import { expect, test } from "vitest";
import { inferTarget, proposePositive, targetCandidates } from "../src/infer/target.js";

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
  [
    "several classes",
    cells(["a", "b", "c"]),
    `The target "y" has 3 classes: "a" (10 rows), "b" (10 rows), "c" (10 rows). ${supported} Make two`,
  ],
  [
    "classes that differ by case",
    cells(["yes", "no", "No"]),
    `The target "y" has 3 classes: "No" (10 rows), "no" (10 rows), "yes" (10 rows). ${supported} Some differ in upper and lower case only: write them alike.`,
  ],
  [
    "grades",
    cells(["1", "2", "3"]),
    `The target "y" has 3 classes: 1 (10 rows), 2 (10 rows), 3 (10 rows). ${supported}`,
  ],
  [
    "typing errors among two classes",
    [...Array.from({ length: 300 }, (_, i) => `${i % 2}`), "class", "d"],
    `The target "y" has 4 classes: "0" (150 rows), "1" (150 rows), "class" (1 row), "d" (1 row). ${supported} All but "0" and "1" are rare: where they are mistakes, correct or remove these rows.`,
  ],
  [
    "one class beside one that is read as missing",
    cells(["EU", "NA"], 40),
    `Every value of the target "y" is "EU". ${supported} Cells that were read as missing: "NA" (40). Where that is a class, write it in other words first.`,
  ],
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

test("codes of digits beyond the precision of numbers are classes", () => {
  const codes = ["1582218195625938945", "1582218195625938946"];

  expect(inferTarget("y", cells(codes)).classes).toEqual(codes.map((value) => ({ value, rows: 10 })));
});

const two = ["1", "2"];
test.each<[string, string | undefined, readonly string[], readonly (readonly string[])[]]>([
  ["is called like one", "Churn", ["a", "Churn", "b"], [["1"], two, two]],
  ["is called so most plainly", "y", ["default", "y", "b"], [two, two, two]],
  ["is called so and has two values", "survived", ["class", "survived"], [["1", "2", "3"], two]],
  ["is called so", "y", ["a", "y"], [two, ["1", "2", "3"]]],
  [
    "has two values alone",
    "b",
    ["a", "b"],
    [
      ["1", "2", "3"],
      ["x", "y", ""],
    ],
  ],
  ["is none of two with two values", undefined, ["a", "b", "c"], [two, ["x", "y", ""], ["1", "2", "3"]]],
  ["is none of two that are called so", undefined, ["fraud", "churn"], [two, two]],
  ["is none where none has two values", undefined, ["a"], [["1", "2", "3"]]],
])("the column that is proposed as target %s", (_what, proposal, names, columns) => {
  expect(targetCandidates(names, columns).proposal).toBe(proposal);
});

test("the candidates are the columns of two values, with these", () => {
  expect(targetCandidates(["a", "b", "c"], [two, ["y", "x", ""], ["1", "2", "3"]]).ofTwoValues).toEqual([
    { name: "a", values: ["1", "2"] },
    { name: "b", values: ["x", "y"] },
  ]);
});
