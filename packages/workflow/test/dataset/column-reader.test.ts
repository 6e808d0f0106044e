import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { BadCell } from "../../src/dataset/cell.js";
import { numberCellReader, numberCheck } from "../../src/dataset/number-column.js";
import { textCellReader } from "../../src/dataset/text-column.js";

const numberSchemas = {
  "any number": z.number(),
  integers: z.int(),
  "integers, said last": z.number().min(-3).max(3).int(),
  "a closed range": z.number().min(-1.5).max(2),
  "an open range": z.number().gt(-1).lt(1),
  "open and closed bounds": z.number().gt(0).min(0).lt(2).max(2),
  "the tighter of two bounds": z.number().min(-2).min(-1).max(5).max(1),
  "positive integers": z.int().positive(),
  "one number": z.literal(1),
  "some numbers": z.literal([0, 1]),
  "numbers or nothing": z.int().min(0).nullable(),
  "numbers of an enum": z.enum({ No: 0, Yes: 1 }),
};

test.each(Object.entries(numberSchemas))("decides on %s as zod does, but faster", (_, schema) => {
  const fits = numberCheck(schema);
  const numbers = fc.oneof(
    fc.integer({ min: -6, max: 6 }),
    fc.integer({ min: -12, max: 12 }).map((value) => value / 4),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(2 ** 53, 2 ** 53 - 1, 1 - 2 ** 53, Number.MAX_VALUE, 5e-324),
  );
  fc.assert(
    fc.property(numbers, (value) => {
      expect(fits?.(value)).toBe(schema.safeParse(value).success);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test.each([
  ["a check of its own", z.number().refine((value) => value % 2 === 0)],
  ["a transform", z.number().transform((value) => value + 1)],
  ["a multiple", z.number().multipleOf(5)],
  ["a smaller format", z.int32()],
  ["a change of the value", z.number().overwrite(Math.round)],
  [
    "a check behind null",
    z
      .number()
      .nullable()
      .refine((value) => value !== 3),
  ],
  ["a check behind a literal", z.literal([0, 1]).refine((value) => value === 1)],
])("leaves a schema with %s to zod", (_, schema) => {
  expect(numberCheck(schema)).toBeUndefined();
});

test.each([
  ["12O", '"12O" is not a number'],
  ["NaN", '"NaN" is not a number'],
  ["1e400", '"1e400" is not a finite number'],
  ["301", "301 is not allowed"],
])("refuses the cell %j of a column of numbers", (cell, found) => {
  const readCell = numberCellReader(z.number().min(0).max(300));
  expect(readCell(cell)).toEqual(new BadCell(found, "a number at least 0 and at most 300"));
});

test("includes the reason of a custom check", () => {
  const readCell = numberCellReader(z.number().refine((value) => value % 2 === 0, "must be even"));
  expect(readCell("7")).toEqual(new BadCell("7 is not allowed (must be even)", "a number"));
  expect(readCell("8")).toBe(8);
});

test("keeps the schema's output for a value", () => {
  expect(numberCellReader(z.number().transform((value) => value / 10))("25")).toBe(2.5);
  expect(textCellReader(z.string().trim().toLowerCase())(" High ")).toBe("high");
});

test.each(["", " ", "\t"])("reads the empty cell %j as NaN if the schema is nullable", (cell) => {
  expect(numberCellReader(z.int().min(1).nullable())(cell)).toBe(Number.NaN);
});

test("reads an empty cell as the schema's output", () => {
  const schema = z
    .number()
    .nullable()
    .transform((value) => value ?? -1);
  expect(numberCellReader(schema)("")).toBe(-1);
});

test("refuses an empty cell if the schema is not nullable", () => {
  expect(numberCellReader(z.int().min(1).max(9))("")).toEqual(
    new BadCell(
      "the cell is empty",
      "an integer at least 1 and at most 9; .nullable() in the dataset's schema would allow empty cells",
    ),
  );
  expect(textCellReader(z.string())("")).toEqual(
    new BadCell("the cell is empty", "a text; .nullable() in the dataset's schema would allow empty cells"),
  );
});

test("says that a cell may be empty", () => {
  expect(numberCellReader(z.literal([0, 1]).nullable())("2")).toEqual(
    new BadCell("2 is not allowed", "one of: 0, 1, or an empty cell"),
  );
});

test("keeps whitespace inside and around a text", () => {
  expect(textCellReader(z.string())("  a b ")).toBe("  a b ");
});

test("reads the empty cell of a nullable column of texts as an empty text", () => {
  expect(textCellReader(z.enum(["a", "b"]).nullable())("")).toBe("");
});

test("refuses a text that is not one of those listed", () => {
  expect(textCellReader(z.enum(["low", "high"]))(" low")).toEqual(
    new BadCell('" low" is not allowed', "one of: low, high"),
  );
});

test("refuses a text that a check of its schema refuses", () => {
  expect(textCellReader(z.string().max(3))("abcd")).toEqual(
    new BadCell('"abcd" is not allowed', "a text of at most 3 characters"),
  );
});

test("checks a text with the format of its schema", () => {
  const readCell = textCellReader(z.iso.date());
  expect(readCell("2024-02-29")).toBe("2024-02-29");
  expect(readCell("29.2.2024")).toEqual(new BadCell('"29.2.2024" is not allowed', "a text (date)"));
});

test("uses a schema's own description", () => {
  const schema = z.int().min(0).nullable().describe("the age in years, if known");
  expect(numberCellReader(schema)("x")).toEqual(
    new BadCell('"x" is not a number', "the age in years, if known"),
  );
});

test("shows only the beginning of a long value", () => {
  const bad = textCellReader(z.enum(["a"]))("x".repeat(500));
  expect(bad).toEqual(new BadCell(`"${"x".repeat(76)}… is not allowed`, "one of: a"));
});
