import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import { expect, test } from "vitest";
import * as z from "zod";
import { type AnyDataset, defineDataset } from "../../src/dataset/dataset.js";
import { dateColumn } from "../../src/dataset/date-column.js";
import { readDataset } from "../../src/dataset/read-dataset.js";
import { tempDir } from "../temp-dir.js";
import { columnsOf, csvFile, messageOf } from "./csv-file.js";

const fixtures = fileURLToPath(new URL("../fixtures/parquet", import.meta.url));
const columns = {
  name: z.string().nullable(),
  age: z.int().min(0).max(120),
  weight: z.number().nullable(),
  price: z.number().min(-1).nullable(),
  level: z.enum(["low", "high"]),
  outcome: z.literal([0, 1]),
};
const dataset = defineDataset({ columns, target: "outcome" });
const hasZstd = "zstdDecompressSync" in zlib;

/** The rows of write.py. */
const expected = {
  columns: {
    name: ["Ada", "Bob", "", 'Eve, "x"', ""],
    age: [36, 41, 0, 120, 7],
    weight: [60.5, Number.NaN, 70.25, 0.1, Number.NaN],
    price: [1.25, -0.1, Number.NaN, 99999.99, 3],
    level: ["low", "high", "low", "low", "high"],
    outcome: [0, 1, 1, 0, 1],
  },
  gaps: [
    { column: "name", cells: 2, firstLine: 3 },
    { column: "weight", cells: 2, firstLine: 2 },
    { column: "price", cells: 1, firstLine: 3 },
  ],
};

async function contentOf(path: string): Promise<unknown> {
  const content = await readDataset(path, dataset);
  expect(content).toMatchObject({ rows: 5, skipped: 0, unit: "row", warnings: [] });
  expect(content.table.data().age).toBeInstanceOf(Uint8Array);
  return { columns: columnsOf(content), gaps: content.gaps };
}

const readable = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^(pyarrow-(none|snappy|gzip|brotli|zstd|groups|pages-2)|polars-)/.test(name))
    .filter((name) => hasZstd || !name.includes("zstd"))
    .map((name) => join(folder, name));

test.each(readable(fixtures).map((path) => [basename(path), path]))("reads %s", async (_, path) => {
  expect(await contentOf(path)).toEqual(expected);
});

const python = process.env.PYTHON;
test.skipIf(python === undefined)("reads what this machine's pyarrow writes", async () => {
  const folder = tempDir();
  execFileSync(python ?? "", [join(fixtures, "write.py"), folder], { timeout: 60_000 });
  expect(readable(folder).length).toBeGreaterThan(5);
  for (const path of readable(folder)) expect(await contentOf(path)).toEqual(expected);
});
if (python === undefined)
  console.warn("Skipped: files of this machine's pyarrow. Set PYTHON to one that has it.");

test("tells a Parquet file by its content", async () => {
  const path = csvFile(readFileSync(join(fixtures, "pyarrow-snappy.parquet")));
  expect(await contentOf(path)).toEqual(expected);
});

const fixture = (name: string): Buffer => readFileSync(join(fixtures, `${name}.parquet`));

test("names row, column, found and expected value of bad cells, with the words of a CSV file", async () => {
  const people = defineDataset({ columns: { age: columns.age, level: columns.level } });
  expect(await messageOf(fixture("pyarrow-bad-cells"), people)).toBe(
    `ContractError: data.csv row 2, column "age": the cell is empty. Expected an integer at least 0 and at most 120; .nullable() in the dataset's schema would allow empty cells.
data.csv row 3, column "age": 300 is not allowed. Expected an integer at least 0 and at most 120.
data.csv row 3, column "level": "mid" is not allowed. Expected one of: low, high.
Fix the cells, or run with --set onBadRow=skip to leave such rows out (3 faults in 2 of 4 rows).`,
  );
  const path = csvFile(fixture("pyarrow-bad-cells"));
  const content = await readDataset(path, people, { onBadRow: "skip" });
  expect(content).toMatchObject({ rows: 2, skipped: 2 });
  expect(columnsOf(content)).toEqual({ age: [36, 41], level: ["low", "low"] });
});

test("reads 64-bit integers as the nearest numbers", async () => {
  const integers = defineDataset({ columns: { x: z.number() } });
  const { table } = await readDataset(join(fixtures, "pyarrow-integers.parquet"), integers);
  expect([...table.array("x")]).toEqual([-(2 ** 53), 2 ** 53, -1, 2 ** 31]);
});

test("refuses columns whose cells are of another type", async () => {
  const number = z.number();
  const other: AnyDataset = defineDataset({
    columns: { bool: number, date: number, time: number, list: number, bytes: z.string(), text: number },
    ignore: ["number"],
  });
  expect(await messageOf(fixture("pyarrow-types"), other)).toBe(
    `ContractError: data.csv: column "bool" has booleans, expected numbers.
column "date" has dates, expected numbers.
column "time" has timestamps, expected numbers.
column "list" has nested values, expected numbers.
column "bytes" has bytes, expected texts.
… and 1 more.
Convert the cells before the file is written.`,
  );
});

test("reads dates and timestamps as columns of dates, and refuses other types for them", async () => {
  const ignore = ["bool", "list", "bytes", "text", "number"];
  const contract = defineDataset({
    columns: { date: dateColumn("year", "month", "daysSince"), time: dateColumn("daysSince") },
    ignore,
  });
  const content = await readDataset(join(fixtures, "pyarrow-types.parquet"), contract);
  // 2024-02-29, and 12:00 on that day.
  expect(columnsOf(content)).toEqual({
    date_year: [2024],
    date_month: [2],
    date_daysSince: [19_782],
    time_daysSince: [19_782.5],
  });

  const other = defineDataset({ columns: { bool: dateColumn("year") }, ignore: [...ignore, "date", "time"] });
  expect(await messageOf(fixture("pyarrow-types"), other)).toContain(
    'column "bool" has booleans, expected dates.',
  );
});

test("names missing and surplus columns without a line", async () => {
  expect(await messageOf(fixture("pyarrow-integers"), dataset)).toMatch(
    /^ContractError: data\.csv: column "name" is missing\./,
  );
});

test("refuses a compression that it cannot undo", async () => {
  expect(await messageOf(fixture("pyarrow-lz4"), dataset)).toBe(
    `ContractError: data.csv is compressed by LZ4_RAW, which Node ${process.versions.node} does not read.\nWrite the file with compression="snappy".`,
  );
});

test("refuses a file without rows", async () => {
  expect(await messageOf(fixture("pyarrow-empty"), dataset)).toBe(
    "ContractError: data.csv has no rows.\nExpected at least one row.",
  );
});

test.each([
  ["cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
  ["of four bytes", (bytes: Buffer) => bytes.subarray(0, 4)],
  ["with damaged pages", (bytes: Buffer) => Buffer.from(bytes).fill(0xff, 4, 200)],
])("refuses a file %s, in one line", async (_, damage) => {
  expect(await messageOf(damage(fixture("pyarrow-gzip")), dataset)).toMatch(
    /^ContractError: data\.csv cannot be read as a Parquet file: .+\. Expected a whole file: write or download it again\.$/,
  );
});
