import { expect, test } from "vitest";
import * as z from "zod";
import { defineDataset } from "../../src/dataset/dataset.js";
import { columnsOf, messageOf, read } from "./csv-file.js";

const dataset = defineDataset({
  columns: { name: z.string(), glucose: z.number().min(0).max(300), outcome: z.literal([0, 1]) },
  target: "outcome",
});

test("names line, column, found and expected value of a bad cell, and how to fix it", async () => {
  expect(await messageOf("name,glucose,outcome\na,1,0\nb,12O,1\n", dataset)).toBe(
    'ContractError: data.csv line 3, column "glucose": "12O" is not a number.\n' +
      "Expected a number at least 0 and at most 300. Fix the cell, or run with --set onBadRow=skip to leave such rows out (1 of 2).",
  );
});

test("treats a target of 2 as a bad cell", async () => {
  expect(await messageOf("name,glucose,outcome\na,1,2\nb,2,1\n", dataset)).toBe(
    'ContractError: data.csv line 2, column "outcome": 2 is not allowed.\n' +
      "Expected one of: 0, 1. Fix the cell, or run with --set onBadRow=skip to leave such rows out (1 of 2).",
  );
});

test("lists the first five bad cells and the number of all", async () => {
  const content = "name,glucose,outcome\na,x,2\nb,2,1\nc,-1,1\nd,,1\ne,301,1\nf,y,z\n";
  expect(await messageOf(content, dataset)).toBe(
    `ContractError: data.csv line 2, column "glucose": "x" is not a number. Expected a number at least 0 and at most 300.
data.csv line 2, column "outcome": 2 is not allowed. Expected one of: 0, 1.
data.csv line 4, column "glucose": -1 is not allowed. Expected a number at least 0 and at most 300.
data.csv line 5, column "glucose": the cell is empty. Expected a number at least 0 and at most 300; .nullable() in the dataset's schema would allow empty cells.
data.csv line 6, column "glucose": 301 is not allowed. Expected a number at least 0 and at most 300.
… and 2 more.
Fix the cells, or run with --set onBadRow=skip to leave such rows out (7 faults in 5 of 6 rows).`,
  );
});

test("does not advise to leave out rows if none is valid", async () => {
  expect(await messageOf("name,glucose,outcome\na,x,1\n", dataset)).toBe(
    `ContractError: data.csv line 2, column "glucose": "x" is not a number. Expected a number at least 0 and at most 300.
Fix the file: no row is valid (1 of 1 are bad).`,
  );
});

test.each([
  ["CRLF", "name,glucose,outcome\r\na,1,0\r\n\r\nb,x,1\r\nc,1,1\r\n", 4],
  ["a lone CR", "name,glucose,outcome\ra,1,0\r\rb,x,1\rc,1,1\r", 4],
  ["blank lines", "\n\nname,glucose,outcome\n\na,1,0\n\n\nb,x,1\nc,1,1", 8],
  ["line feeds in quotes", 'name,glucose,outcome\n"a\n\nb",1,0\n"c\nd",1,0\nb,x,1\nc,1,1', 7],
  ["CRLF in quotes", 'name,glucose,outcome\r\n"a\r\n\r\nb",1,0\r\nb,x,1\r\nc,1,1', 5],
  ["a row over several lines", 'name,glucose,outcome\na,1,0\n"a\nb",x,0\nc,1,1', 3],
])("counts lines as an editor does: %s", async (_, content, line) => {
  expect(await messageOf(content, dataset)).toContain(`data.csv line ${line}, column "glucose": "x"`);
});

test("counts lines over many chunks", async () => {
  const rows = `${'"two\nlines",1,0\r\n'.repeat(40_000)}b,x,1\r\n`;
  expect(await messageOf(`name,glucose,outcome\r\n${rows}`, dataset)).toContain("line 80002,");
});

test.each([
  ["too few", "b,1", "the row has 2 cells"],
  ["only one", "b", "the row has 1 cell"],
  ["too many", "b,1,0,9", "the row has 4 cells"],
  ["a surplus delimiter", "b,1,0,", "the row has 4 cells"],
])("refuses a row with %s cells, and reads on with the next", async (_, row, found) => {
  const content = `name,glucose,outcome\na,1,0\n${row}\nc,3,1\n`;
  expect(await messageOf(content, dataset)).toBe(
    `ContractError: data.csv line 3: ${found}.\n` +
      "Expected 3 cells as in the header. Fix the cell, or run with --set onBadRow=skip to leave such rows out (1 of 3).",
  );
  expect(columnsOf(await read(content, dataset, { onBadRow: "skip" }))).toEqual({
    name: ["a", "c"],
    glucose: [1, 3],
    outcome: [0, 1],
  });
});

test("leaves out bad rows if asked to, counts them and lists the first ones", async () => {
  const content = "name,glucose,outcome\na,1,0\nb,x,7\nc,2,1\nd,3\n";
  const result = await read(content, dataset, { onBadRow: "skip" });
  expect(columnsOf(result)).toEqual({ name: ["a", "c"], glucose: [1, 2], outcome: [0, 1] });
  expect(result).toMatchObject({ rows: 2, skipped: 2 });
  expect(result.warnings.map((line) => line.replace(/\S+\.csv/, "data.csv"))).toEqual([
    "data.csv: 2 of 4 rows were left out.",
    'data.csv line 3, column "glucose": "x" is not a number. Expected a number at least 0 and at most 300.',
    'data.csv line 3, column "outcome": 7 is not allowed. Expected one of: 0, 1.',
    "data.csv line 5: the row has 2 cells. Expected 3 cells as in the header.",
  ]);
});

test("keeps its warnings short", async () => {
  const content = `name,glucose,outcome\na,1,0\n${"b,x,1\n".repeat(1000)}`;
  const { skipped, warnings } = await read(content, dataset, { onBadRow: "skip" });
  expect(skipped).toBe(1000);
  expect(warnings).toHaveLength(7);
  expect(warnings.at(-1)).toBe("… and 995 more.");
});

test("fails if every row would be skipped", async () => {
  expect(await messageOf("name,glucose,outcome\na,x,0\nb,y,0\n", dataset, { onBadRow: "skip" })).toBe(
    `ContractError: data.csv line 2, column "glucose": "x" is not a number. Expected a number at least 0 and at most 300.
data.csv line 3, column "glucose": "y" is not a number. Expected a number at least 0 and at most 300.
Fix the file: no row is valid (2 of 2 are bad).`,
  );
});

test("accepts a target of one class only", async () => {
  expect((await read("name,glucose,outcome\na,1,0\nb,2,0\n", dataset)).rows).toBe(2);
});
