import { expect, test } from "vitest";
import { decimalMarkOf } from "../src/infer/decimal-mark.js";
import { type Feature, inferFeature, type LeftOut } from "../src/infer/feature.js";

const rows = (count: number, cell: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => cell(i));

/** What was found, the cells aside. */
function shape(found: Feature | LeftOut): object {
  if (found.kind === "left out") return { because: found.because };
  const { cells: _cells, name: _name, ...rest } = found;
  return rest;
}

test.each<[string, string, string[], object]>([
  [
    "whole numbers",
    "age",
    ["21", "81", "35"],
    { kind: "number", integer: true, missing: 0, range: { min: 0, max: 120 } },
  ],
  [
    "numbers",
    "bmi",
    ["18.2", "67.1"],
    { kind: "number", integer: false, missing: 0, range: { min: 0, max: 100 } },
  ],
  [
    "years",
    "year",
    ["1990", "2020", "1990"],
    { kind: "number", integer: true, missing: 0, range: { min: 1970, max: 2040 } },
  ],
  [
    "numbers near 2000",
    "price",
    ["2000.5", "1999.9", "2001.1"],
    { kind: "number", integer: false, missing: 0, range: { min: 1999, max: 2002 } },
  ],
  [
    "numbers near 2000 with two decimals",
    "price",
    ["2000.05", "1999.25"],
    { kind: "number", integer: false, missing: 0, range: { min: 1998.8, max: 2000.5 } },
  ],
  [
    "numbers below zero",
    "t",
    ["-5", "5"],
    { kind: "number", integer: true, missing: 0, range: { min: -10, max: 10 } },
  ],
  [
    "decimal commas",
    "x",
    ["1,5", "2", "-0,25"],
    { kind: "number", integer: false, missing: 0, range: { min: -2, max: 4 } },
  ],
  ["0 and 1", "smoker", ["0", "1", "1.0", ""], { kind: "flag", missing: 1 }],
  ["categories", "c", ["b", "a", "b", "NA"], { kind: "category", categories: ["a", "b"], missing: 1 }],
  [
    "codes",
    "department",
    ["01", "02", "10", "NA"],
    { kind: "category", categories: ["01", "02", "10"], missing: 1 },
  ],
  [
    "counts with an open end",
    "dependents",
    rows(100, (i) => (i < 92 ? `${i % 3}` : "3+")),
    { kind: "category", categories: ["0", "1", "2", "3+"], missing: 0 },
  ],
  [
    "two texts with a number",
    "c",
    ["2D", "3D", "2D"],
    { kind: "category", categories: ["2D", "3D"], missing: 0 },
  ],
  [
    "codes with a letter",
    "c",
    ["01A", "02A", "03A"].flatMap((c) => [c, c]),
    { kind: "category", categories: ["01A", "02A", "03A"], missing: 0 },
  ],
  [
    "codes of digits before kg",
    "c",
    ["01 kg", "02 kg", "03 kg"],
    { kind: "category", categories: ["01 kg", "02 kg", "03 kg"], missing: 0 },
  ],
  ["doors", "c", ["1A", "2A", "3A"], { kind: "category", categories: ["1A", "2A", "3A"], missing: 0 }],
  [
    "times of day",
    "c",
    ["12am", "1am", "2am"],
    { kind: "category", categories: ["12am", "1am", "2am"], missing: 0 },
  ],
  [
    "times of day with a blank",
    "c",
    ["12 PM", "1 PM", "2 PM"],
    { kind: "category", categories: ["1 PM", "12 PM", "2 PM"], missing: 0 },
  ],
  ...["3+", "<1", "5 or more", "5-9", "over 60"].map((open): [string, string, string[], object] => [
    `numbers and a single "${open}"`,
    "c",
    rows(1000, (i) => (i === 7 ? open : `${1 + (i % 2)}`)),
    { kind: "category", categories: ["1", "2", open].sort(), missing: 0 },
  ]),
  [
    "numbers and a text that repeats",
    "c",
    rows(100, (i) => (i % 20 === 0 ? "many" : `${1 + (i % 2)}`)),
    { kind: "category", categories: ["1", "2", "many"], missing: 0 },
  ],
  [
    "one number beside None",
    "c",
    ["None", "1", "1"],
    { kind: "category", categories: ["1", "None"], missing: 0 },
  ],
  ["yes and no", "c", ["yes", " no", "yes"], { kind: "category", categories: ["no", "yes"], missing: 0 }],
])("finds %s", (_what, name, cells, expected) => {
  expect(shape(inferFeature(name, cells))).toEqual(expected);
});

test.each<[string, string, string[], string]>([
  [
    "texts of each row's own",
    "code",
    rows(30, (i) => `c${i}`),
    "it is an identifier: each row has a text of its own",
  ],
  [
    "few such texts called id",
    "Customer ID",
    ["a", "b", "c"],
    "it is an identifier: each row has a text of its own",
  ],
  [
    "numbers of each row's own called id",
    "userId",
    ["17", "3", "99"],
    "it is an identifier: each row has a number of its own",
  ],
  ["numbers of the rows", "Unnamed", rows(40, (i) => `${i}`), "it only numbers the rows"],
  ["one number", "x", ["3", "3.0", ""], "every value is 3"],
  ["one text", "x", ["a", "a"], 'every value is "a"'],
  ["nothing", "x", ["", "NA", "?"], "it is empty"],
  ["next to nothing", "x", rows(100, (i) => (i < 3 ? `${i}` : "")), "only 3 of 100 cells hold a value"],
  [
    "dates",
    "day",
    ["2024-01-31", "2024-02-01", ""],
    "it holds dates. Convert them to numbers first, such as days or years",
  ],
  [
    "many texts",
    "x",
    rows(200, (i) => `t${i % 60}`),
    "its 60 different texts are not categories: more than 50 need 10 rows of each, and there are 200",
  ],
  [
    "a bad cell among numbers",
    "x",
    rows(40, (i) => (i === 16 ? "12O" : `${i}.5`)),
    '39 of 40 values are numbers, but not "12O". Fix such cells first',
  ],
  [
    "a bad cell among few numbers",
    "x",
    rows(1000, (i) => (i === 16 ? "x" : `${1 + (i % 5)}`)),
    '999 of 1000 values are numbers, but not "x". Fix such cells first',
  ],
  [
    "a bad cell among few numbers and open ones",
    "x",
    rows(40, (i) => (i === 3 ? "3+" : i === 16 ? "1O" : `${1 + (i % 5)}`)),
    '38 of 40 values are numbers, but not "1O". Fix such cells first',
  ],
  [
    "infinite numbers",
    "x",
    rows(40, (i) => (i % 4 === 0 ? "-Infinity" : `${i}`)),
    "10 of its 40 numbers are infinite. Fix such cells first",
  ],
  [
    "numbers beyond those of a double",
    "account",
    rows(40, (i) => `90071992547409${i}93`),
    "its whole numbers are too large to be distinguished as numbers. They are identifiers, or need an exponent",
  ],
  [
    "dates without marks",
    "day",
    ["20240131", "20240201", ""],
    "it holds dates. Convert them to numbers first, such as days or years",
  ],
  ...[
    ["20240131.0", "20240201.0", ""],
    ["01.2024", "02.2024", "12.2024"],
    ["2024.1", "2024.10", "2024.2"],
    ["2024.01", "2024.02"],
  ].map((cells): [string, string, string[], string] => [
    `dates such as ${cells[0]}`,
    "day",
    cells,
    "it holds dates. Convert them to numbers first, such as days or years",
  ]),
  [
    "codes",
    "zip",
    rows(40, (i) => `0123${i % 20}`),
    "its 20 different codes, some of which begin with 0, are not categories: there are fewer than three rows of each in 40",
  ],
  [
    "more texts than countries",
    "x",
    rows(4000, (i) => `t${i % 257}`),
    "its 257 different texts are not categories: there are more than 256",
  ],
  [
    "times of day",
    "x",
    rows(40, (i) => `10:${10 + i} PM`),
    "it holds times of day. Convert them to numbers first, such as hours",
  ],
  ...[
    ["Jan 5, 2023", "February 12, 2024"],
    ["5 Jan 2023", "12. Februar 2024", "3 mai 2024", "4 de enero de 2024"],
    ["Thu, 05 Jan 2023 10:00:00 GMT"],
    ["2024-05", "2024-06"],
    ["May 2024", "2024 Jun"],
    ["2024-W05", "2024 W6"],
    ["Q1 2024", "2024Q2"],
    ["1/5/2023 10:30 PM", "1/6/2023 9:15 a.m."],
  ].map((cells): [string, string, string[], string] => [
    `dates such as ${cells[0]}`,
    "day",
    rows(40, (i) => cells[i % cells.length] ?? "").concat("2023-01-01"),
    "it holds dates. Convert them to numbers first, such as days or years",
  ]),
  ["no name", "", ["1", "2"], "it has no name"],
])("leaves out a column of %s, and says why", (_what, name, cells, because) => {
  expect(inferFeature(name, cells)).toEqual({ name, kind: "left out", because });
});

test("keeps as many categories as there are states or countries, where there are ten rows of each", () => {
  const states = inferFeature(
    "state",
    rows(510, (i) => `S${i % 51}`),
  );
  const countries = inferFeature(
    "country",
    rows(2500, (i) => `C${i % 250}`),
  );

  expect(states).toMatchObject({ kind: "category", categories: { length: 51 } });
  expect(countries).toMatchObject({ kind: "category", categories: { length: 250 } });
});

test("whole numbers beyond the precision of numbers are codes, and categories if they are few", () => {
  const codes = ["1582218195625938945", "1582218195625938946"];

  expect(
    shape(
      inferFeature(
        "x",
        rows(24, (i) => codes[i % 2] ?? ""),
      ),
    ),
  ).toEqual({
    kind: "category",
    categories: codes,
    missing: 0,
  });
});

test.each<[string, string[], string[]]>([
  ["an apostrophe", ["1'500", "12’000", "7"], ["1500", "12000", "7"]],
  ["blanks", ["1 000,5", "12\u00a0000,25", "1\u202f000\u202f000"], ["1000.5", "12000.25", "1000000"]],
  ["blanks before a unit", ["1 000 kg", "2 500 kg", "70 kg"], ["1000", "2500", "70"]],
  ["a percent sign before", ["%12", "%7.5", "%100"], ["12", "7.5", "100"]],
  ["another currency", ["₹1,200", "₹15,000.50", "₹7"], ["1200", "15000.50", "7"]],
  ["a code before the sign of a currency", ["US$1,200", "US$15", "US$7"], ["1200", "15", "7"]],
  ["brackets around negative amounts", ["(1,200.50)", "15", "7"], ["-1200.50", "15", "7"]],
  ["a minus sign", ["−1.5", "15", "7"], ["-1.5", "15", "7"]],
  ["thousands and millions", ["$100K", "$1M", "$2.5B", "$7"], ["100e3", "1e6", "2.5e9", "7"]],
])("reads numbers with %s", (_what, given, cells) => {
  expect(inferFeature("x", given)).toMatchObject({ kind: "number", cells });
});

test.each<[string, string[], object]>([
  ["thousands and millions", ["7", "100K", "1M"], { given: "100K", read: 100_000, why: "scale" }],
  ["exponents without a sign", ["45E1", "12E3", "7E10"], { given: "45E1", read: 450, why: "code" }],
])("says how it has read %s", (_what, given, doubt) => {
  expect(inferFeature("x", given)).toMatchObject({ kind: "number", doubt });
});

test.each<[string, string[]]>([
  ["with a sign", ["1E+05", "2E-3"]],
  ["behind decimals", ["1.5e3", "2e4"]],
])("takes exponents %s for what they are", (_what, given) => {
  expect(inferFeature("x", given)).not.toHaveProperty("doubt");
});

test("makes the numbers of a column with decimal commas and marks of thousands what the reader takes", () => {
  const cells = (found: Feature | LeftOut): readonly string[] =>
    found.kind === "left out" ? [] : found.cells;
  expect(cells(inferFeature("x", ["1.234,5", "2", "null", "-0,25"]))).toEqual(["1234.5", "2", "", "-0.25"]);
  expect(cells(inferFeature("x", ["1,234", "2,000,000.5", "7"]))).toEqual(["1234", "2000000.5", "7"]);
  expect(cells(inferFeature("x", ["1.5", " 2", "3e-4"]))).toEqual(["1.5", " 2", "3e-4"]);
  expect(cells(inferFeature("x", ["45.5%", "3 %", "", "0%"]))).toEqual(["45.5", "3", "", "0"]);
  expect(cells(inferFeature("x", ["$1,234.50", "-$2.00", "$3"]))).toEqual(["1234.50", "-2.00", "3"]);
  expect(cells(inferFeature("x", ["€ 1.234,50", "€ 2,00", "€ 3"]))).toEqual(["1234.50", "2.00", "3"]);
  expect(cells(inferFeature("x", ["70 kg", "82.5 kg", "61 kg"]))).toEqual(["70", "82.5", "61"]);
  expect(cells(inferFeature("x", ["1", "0,500", "2,875", "3"]))).toEqual(["1", "0.500", "2.875", "3"]);
  expect(cells(inferFeature("x", ["70g", "82.5g", "61g"]))).toEqual(["70", "82.5", "61"]);
  expect(cells(inferFeature("x", ["7 A", "8.5 A", "6 A"]))).toEqual(["7", "8.5", "6"]);
  expect(cells(inferFeature("x", ["1", "-", "2", "#DIV/0!", "None"]))).toEqual(["1", "", "2", "", ""]);
});

test.each<[string, string[], "," | "." | undefined, string[], object | undefined]>([
  ["commas", ["1,234", "2,500"], undefined, ["1234", "2500"], { given: "1,234", read: 1234, why: "mark" }],
  [
    "commas beside decimal commas",
    ["7", "1,234"],
    ",",
    ["7", "1.234"],
    { given: "1,234", read: 1.234, why: "mark" },
  ],
  ["commas beside decimal points", ["1,234", "2,500"], ".", ["1234", "2500"], undefined],
  ["points", ["999", "1.234"], undefined, ["999", "1.234"], { given: "1.234", read: 1.234, why: "mark" }],
  [
    "points beside decimal commas",
    ["999", "1.234", "12.500"],
    ",",
    ["999", "1234", "12500"],
    { given: "1.234", read: 1234, why: "mark" },
  ],
  [
    "points behind a currency",
    ["€ 999", "€ 1.234", "€ 12.500"],
    ",",
    ["999", "1234", "12500"],
    { given: "€ 1.234", read: 1234, why: "mark" },
  ],
  ["three decimals", ["0.123", "12.345"], ",", ["0.123", "12.345"], undefined],
  ["three decimals and fewer", ["1.234", "12.34"], ",", ["1.234", "12.34"], undefined],
  ["an exponent", ["1.234e5", "2"], ",", ["1.234e5", "2"], undefined],
])(
  "reads %s of thousands or of decimals as the file's other columns do",
  (_what, given, mark, cells, doubt) => {
    const found = inferFeature("x", given, mark);
    expect(found).toMatchObject({ kind: "number", cells });
    expect("doubt" in found ? found.doubt : undefined).toEqual(doubt);
  },
);

test.each<[string, string[][], "," | ";", "," | "." | undefined]>([
  [
    "decimal commas",
    [
      ["1,5", "2"],
      ["1.234", "5.678"],
    ],
    ",",
    ",",
  ],
  [
    "decimal points",
    [
      ["1.5", "2"],
      ["1,234", "5"],
    ],
    ";",
    ".",
  ],
  [
    "semicolons between cells",
    [
      ["1.234", "5"],
      ["a", "b"],
    ],
    ";",
    ",",
  ],
  [
    "semicolons, and months",
    [
      ["01.2024", "12.2024"],
      ["1.234", "5"],
    ],
    ";",
    ",",
  ],
  ["nothing", [["1.234", "5"]], ",", undefined],
  [
    "both",
    [
      ["1.5", "2"],
      ["1,5", "2"],
    ],
    ";",
    undefined,
  ],
])("the decimal mark is inferred from %s", (_what, columns, delimiter, mark) => {
  expect(decimalMarkOf({ columns, delimiter })).toBe(mark);
});
