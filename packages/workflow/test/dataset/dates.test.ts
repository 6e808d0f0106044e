import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import { defineDataset } from "../../src/dataset/dataset.js";
import { type DateColumn, dateColumn } from "../../src/dataset/date-column.js";
import { parseDate } from "../../src/dataset/parse-date.js";
import { readDataset } from "../../src/dataset/read-dataset.js";
import { type RowBatch, readRows } from "../../src/dataset/read-rows.js";
import { columnsOf, csvFile, messageOf } from "./csv-file.js";

const msPerDay = 86_400_000;

test.each<[string, number]>([
  ["1970-01-01", 0],
  ["2024-02-29", 19_782],
  ["0001-01-01", -719_162],
  ["9999-12-31", 2_932_896],
  [" 1969-12-31 ", -1],
  ["1970-01-02T12:00", 1.5],
  ["1970-01-02 06:00:00.000", 1.25],
  ["1970-01-01T00:00:00Z", 0],
  ["1970-01-01T01:00+01:00", 0],
  ["1969-12-31 18:00:00.000000-0600", 0],
  ["1970-01-01 05:30:00+05", 30 / 1440],
  ["1969-12-31 18:00:00.5-06", 500 / msPerDay],
  ["1970-01-01T00:00:00.0019", 1 / msPerDay],
])("%j is %d days after 1970-01-01", (cell, days) => {
  expect(parseDate(cell)).toBe(days);
});

test.each([
  "",
  "2024",
  "2024-1-1",
  "2024-13-01",
  "2024-00-10",
  "2023-02-29",
  "1900-02-29",
  "2024-04-31",
  "2024-01-00",
  "0000-01-01",
  "20240131",
  "31.01.2024",
  "2024-01-31T",
  "2024-01-31T24:00",
  "2024-01-31T10:60",
  "2024-01-31T10:00:60",
  "2024-01-31T10:00+24:00",
  "2024-01-31T10:00+24",
  "2024-01-31T10:00+1",
  "2024-01-31T10:00 Z",
  "2024-01-31 10",
  "2024-01-3\u0661",
  "now",
])("%j is not a date", (cell) => {
  expect(parseDate(cell)).toBeNaN();
});

test("dates from the year 1 to 9999 are those of JavaScript's calendar, in all parts", async () => {
  const first = Date.UTC(2000, 0, 1) - 730_119 * msPerDay;
  const last = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
  const dates = fc.sample(fc.date({ min: new Date(first), max: new Date(last), noInvalidDate: true }), {
    numRuns: 2000,
    seed: 17,
  });
  const contract = defineDataset({ columns: { at: dateColumn("year", "month", "weekday", "daysSince") } });
  const path = csvFile(["at", ...dates.map((date) => date.toISOString())].join("\n"));

  const { at_year, at_month, at_weekday, at_daysSince } = columnsOf(await readDataset(path, contract));

  expect(at_year).toEqual(dates.map((date) => date.getUTCFullYear()));
  expect(at_month).toEqual(dates.map((date) => date.getUTCMonth() + 1));
  expect(at_weekday).toEqual(dates.map((date) => date.getUTCDay() || 7));
  expect(at_daysSince).toEqual(dates.map((date) => date.getTime() / msPerDay));
});

const contract = defineDataset({
  columns: {
    age: z.int().min(0).max(120),
    signup: dateColumn("year", "weekday").nullable(),
    churned: z.literal([0, 1]),
  },
  target: "churned",
});

describe("a column of dates", () => {
  test("is columns of numbers where it stands in the contract", () => {
    expect(contract.names).toEqual(["age", "signup", "churned"]);
    expect(contract.features).toEqual(["age", "signup_year", "signup_weekday"]);
    expectTypeOf(contract.features).toEqualTypeOf<readonly ("age" | "signup_year" | "signup_weekday")[]>();
  });

  test("has missing numbers in all parts where a cell is empty, and counts the cell once", async () => {
    const path = csvFile("churned,signup,age\n1,2024-01-07,30\n0,,40\n");

    const content = await readDataset(path, contract);

    expect(content.table.columnNames()).toEqual(["age", "signup_year", "signup_weekday", "churned"]);
    expect(columnsOf(content)).toEqual({
      age: [30, 40],
      signup_year: [2024, Number.NaN],
      signup_weekday: [7, Number.NaN],
      churned: [1, 0],
    });
    expect(content.gaps).toEqual([{ column: "signup", cells: 1, firstLine: 3 }]);
  });

  test("has the narrowest numbers if no cell may be empty", async () => {
    const full = defineDataset({ columns: { at: dateColumn("daysSince", "year", "month") } });
    const data = (await readDataset(csvFile("at\n2024-01-07\n"), full)).table.data();
    expect(data.at_daysSince).toEqual(Float64Array.of(19_729));
    expect(data.at_year).toEqual(Int16Array.of(2024));
    expect(data.at_month).toEqual(Uint8Array.of(1));
  });

  test("names line, column and form of a cell that is not a date", async () => {
    expect(await messageOf("churned,signup,age\n1,2024-01-07,30\n0,31/01/2024,40\n", contract)).toContain(
      'data.csv line 3, column "signup": "31/01/2024" is not a date.\nExpected a date such as 2024-01-31 or 2024-01-31T09:30:00Z, or an empty cell.',
    );
    const full = defineDataset({ columns: { at: dateColumn("year"), x: z.number() } });
    expect(await messageOf("at,x\n,1\n", full)).toContain(
      'line 2, column "at": the cell is empty. Expected a date such as 2024-01-31 or 2024-01-31T09:30:00Z; .nullable()',
    );
  });

  test("is read by the scanner of large files to the same numbers and messages", async () => {
    const days = Array.from({ length: 20_000 }, (_, i) => new Date(i * msPerDay).toISOString().slice(0, 10));
    const lines = days.map((day, i) => `${i % 2},${i % 100 === 0 ? "" : day},${i % 90}`);
    const content = await readDataset(csvFile(["churned,signup,age", ...lines].join("\n")), contract);

    const years = days.map((day, i) => (i % 100 === 0 ? Number.NaN : Number(day.slice(0, 4))));
    expect(columnsOf(content).signup_year).toEqual(years);
    expect(content.gaps).toEqual([{ column: "signup", cells: 200, firstLine: 2 }]);
    lines[15_000] = "1,2024-02-30,7";
    expect(await messageOf(["churned,signup,age", ...lines].join("\n"), contract)).toContain(
      'line 15002, column "signup": "2024-02-30" is not a date.',
    );
  });

  test("is read from new rows, and an empty cell is refused where a model needs one of its numbers", async () => {
    const path = csvFile("signup,age\n2024-01-07,30\n,40\n");
    const needed = { columns: ["signup_weekday"], expected: "a date" };

    let batch: RowBatch | undefined;
    for await (const each of readRows(path, contract.withoutTarget(), { onBadRow: "skip", needed }))
      batch = each;

    expect(batch?.table.columnNames()).toEqual(["age", "signup_year", "signup_weekday"]);
    expect(batch?.rows.map(({ problem }) => problem)).toEqual([
      undefined,
      'line 3, column "signup": the cell is empty, expected a date',
    ]);
  });
});

test.each<[() => unknown, string]>([
  [() => defineDataset({ columns: { at: dateColumn() } }), 'The column of dates "at" has no parts'],
  [
    () => defineDataset({ columns: { at: dateColumn("year", "year") } }),
    'The column of dates "at" has a part twice',
  ],
  [
    () => defineDataset({ columns: { at: dateColumn("year"), at_year: z.int() } }),
    '"at_year" and "at" would both have "at_year" in the table',
  ],
  [
    () => defineDataset({ columns: { at: dateColumn("year"), x: z.int() }, target: "at" }),
    'The dataset\'s target "at" is a column of dates.',
  ],
])("refuses a wrong contract (%#)", (define, message) => {
  expect(define).toThrow(message);
});

test("the parts of a column are known to the compiler", () => {
  expectTypeOf(dateColumn("year", "month")).toEqualTypeOf<DateColumn<"year" | "month">>();
  // @ts-expect-error: not the name of a part
  expect(dateColumn("day").parts).toEqual(["day"]);
});
