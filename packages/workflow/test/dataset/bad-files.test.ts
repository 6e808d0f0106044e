import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { defineDataset } from "../../src/dataset/dataset.js";
import { displayPath } from "../../src/dataset/display-path.js";
import { readDataset } from "../../src/dataset/read-dataset.js";
import { UsageError } from "../../src/definition/errors.js";
import { csvFile, messageOf } from "./csv-file.js";

const dataset = defineDataset({
  columns: { Pregnancies: z.int(), Glucose: z.number(), Outcome: z.literal([0, 1]) },
  target: "Outcome",
});
const expected = "\nExpected the columns Pregnancies, Glucose, Outcome, in any order.";

test.each([
  ["a missing column", "Pregnancies,Outcome\n1,0\n", 'column "Glucose" is missing.'],
  [
    "a misspelt column",
    "Pregnancies,Glucos,Outcome\n1,2,0\n",
    'column "Glucose" is missing; is it the one named "Glucos"?',
  ],
  [
    "a column of other case",
    "Pregnancies,glucose,Outcome\n1,2,0\n",
    'column "Glucose" is missing; is it the one named "glucose"?',
  ],
  [
    "a surplus column",
    "Pregnancies,Glucose,Outcome,Id\n1,2,0,9\n",
    'column "Id" is not part of the dataset. Remove it, or list it under "ignore" in defineDataset.',
  ],
  [
    "a column that appears twice",
    "Pregnancies,Glucose,Outcome,Glucose\n1,2,0,9\n",
    'column "Glucose" appears twice.',
  ],
  [
    "several faults",
    "Glucos,Outcome,Id\n1,0,9\n",
    'column "Pregnancies" is missing.\ncolumn "Glucose" is missing; is it the one named "Glucos"?\n' +
      'column "Id" is not part of the dataset. Remove it, or list it under "ignore" in defineDataset.',
  ],
  [
    "no header",
    "6,148,1\n1,85,0\n",
    "the first line has numbers, not the names of the columns. Add a line with the names above it.",
  ],
  [
    "semicolons instead of commas",
    "Pregnancies;Glucose;Outcome\n1;2;0\n",
    'the cells are separated by ";", not by ",". Set delimiter: ";" in defineDataset.',
  ],
  [
    "tabs instead of commas",
    "Pregnancies\tGlucose\tOutcome\n1\t2\t0\n",
    'the cells are separated by "\\t", not by ",". Set delimiter: "\\t" in defineDataset.',
  ],
  [
    "pipes instead of commas",
    "Pregnancies|Glucose|Outcome\n1|2|0\n",
    'the cells are separated by "|", not by ",". Write the file with ",".',
  ],
])("refuses a header with %s", async (_, content, fault) => {
  expect(await messageOf(content, dataset)).toBe(`ContractError: data.csv line 1: ${fault}${expected}`);
});

test("keeps its message short for a file of another kind", async () => {
  const message = await messageOf(
    `${"<p>not a table</p>,".repeat(3000)}${"x".repeat(10_000)}\n1,2\n`,
    dataset,
  );
  expect(message.length).toBeLessThan(1000);
  expect(message).toContain('column "Pregnancies" is missing.');
});

test("lists the first five faults of a header and the number of all", async () => {
  expect(await messageOf("Pregnancies,Glucose,Outcome,q1,q2,q3,q4,q5,q6,q7\n", dataset)).toContain(
    'column "q5" is not part of the dataset. Remove it, or list it under "ignore" in defineDataset.\n… and 2 more.\n',
  );
});

test("names the line of a header below blank lines", async () => {
  expect(await messageOf("\n\r\nPregnancies,Outcome\n1,0\n", dataset)).toContain(
    'data.csv line 3: column "Glucose"',
  );
});

test.each([
  ["an empty file", ""],
  ["a file of blank lines", "\n \r\n\n"],
  ["a file with a byte order mark alone", "\uFEFF"],
])("refuses %s", async (_, content) => {
  expect(await messageOf(content, dataset)).toBe(
    "ContractError: data.csv is empty.\nExpected a CSV file with a header.",
  );
});

test.each(["Pregnancies,Glucose,Outcome", "Pregnancies,Glucose,Outcome\r\n\r\n"])(
  "refuses a header without rows",
  async (content) => {
    expect(await messageOf(content, dataset)).toBe(
      "ContractError: data.csv has a header but no rows.\nExpected at least one row.",
    );
  },
);

test("names the line on which a quote is opened and never closed", async () => {
  expect(await messageOf('Pregnancies,Glucose,Outcome\n1,2,0\n3,"4\n,1\n5,6,0\n', dataset)).toBe(
    "ContractError: data.csv line 3: a cell begins with a quote that is never closed.\n" +
      "Close it, or write the quote twice inside a quoted cell.",
  );
});

test("names the line of a quoted cell that continues after its closing quote", async () => {
  expect(await messageOf('Pregnancies,Glucose,Outcome\n1,2,0\n3,"4"5,1\n', dataset)).toBe(
    "ContractError: data.csv line 3: a quoted cell continues after its closing quote.\n" +
      "Write a quote inside a quoted cell twice.",
  );
});

test("gives up early if a quote in a large file is never closed", async () => {
  const rows = "1,2,0\n".repeat(500_000);
  expect(await messageOf(`Pregnancies,Glucose,Outcome\n1,2,0\n1,"2,0\n${rows}`, dataset)).toBe(
    "ContractError: data.csv line 3: the row that begins here is longer than 1000000 characters.\n" +
      "Check for a quote that is never closed, and that this is a CSV file.",
  );
});

test("names the line of bytes that are not UTF-8", async () => {
  const content = Buffer.from("Pregnancies,Glucose,Outcome\r\n1,2,0\r\n1,\xe9,0\r\n", "latin1");
  expect(await messageOf(content, dataset)).toBe(
    "ContractError: data.csv line 3 is not UTF-8.\n" +
      'Expected a CSV file in UTF-8. Save it again as "CSV UTF-8"; it may be Latin-1 (Windows-1252) now.',
  );
});

test("refuses a file that ends inside a character", async () => {
  const content = Buffer.from("Pregnancies,Glucose,Outcome\n1,2,é").subarray(0, -1);
  expect(await messageOf(content, dataset)).toContain("data.csv line 2 is not UTF-8.");
});

test.each([
  ["with a mark", Buffer.from("\uFEFFPregnancies,Glucose\n", "utf16le"), "is UTF-16"],
  ["big-endian", Buffer.from("\uFEFFPregnancies,Glucose\n", "utf16le").swap16(), "is UTF-16"],
  [
    "without a mark",
    Buffer.from("Pregnancies,Glucose\n", "utf16le"),
    "contains NUL bytes, as UTF-16 and binary files do",
  ],
])("refuses UTF-16 %s", async (_, content, found) => {
  expect(await messageOf(content, dataset)).toBe(
    `ContractError: data.csv ${found}.\nExpected a CSV file in UTF-8. Save it again as "CSV UTF-8".`,
  );
});

test("suggests a file with a similar name", async () => {
  const folder = dirname(csvFile(""));
  await expect(readDataset(join(folder, "1.cvs"), dataset)).rejects.toThrow(
    new UsageError(`${join(folder, "1.cvs")} does not exist. Did you mean "1.csv"?`),
  );
});

test("says that the folder of a file is missing", async () => {
  await expect(readDataset("no-such-folder/diabetes.csv", dataset)).rejects.toThrow(
    new UsageError("no-such-folder/diabetes.csv does not exist."),
  );
});

test("refuses a folder", async () => {
  const folder = dirname(csvFile(""));
  await expect(readDataset(folder, dataset)).rejects.toThrow(
    new UsageError(`${folder} is a folder, expected a CSV file.`),
  );
});

test("shows a path relative to the working directory if it is inside", () => {
  expect(displayPath(resolve("data/diabetes.csv"))).toBe(join("data", "diabetes.csv"));
  expect(displayPath("./data/diabetes.csv")).toBe(join("data", "diabetes.csv"));
  expect(displayPath("../elsewhere.csv")).toBe("../elsewhere.csv");
  expect(displayPath(resolve("/elsewhere.csv"))).toBe(resolve("/elsewhere.csv"));
});
