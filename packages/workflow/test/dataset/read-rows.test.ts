import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { defineDataset } from "../../src/dataset/dataset.js";
import { readDataset } from "../../src/dataset/read-dataset.js";
import { type ReadRowsOptions, type RowBatch, readRows } from "../../src/dataset/read-rows.js";
import { csvFile } from "./csv-file.js";

const people = defineDataset({
  columns: { age: z.int().min(0), weight: z.number().nullable(), sick: z.literal([0, 1]) },
  target: "sick",
  ignore: ["name", "town"],
});
const unknown = people.withoutTarget();

async function batchesOf(content: string, options?: ReadRowsOptions): Promise<RowBatch[]> {
  return allOf(readRows(csvFile(content), unknown, options));
}

async function allOf(batches: AsyncIterable<RowBatch>): Promise<RowBatch[]> {
  const all: RowBatch[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}

/** The message of the error for such a file, with its path replaced by `data.csv`. */
async function messageOf(content: string, options?: ReadRowsOptions): Promise<string> {
  const path = csvFile(content);
  try {
    for await (const _ of readRows(path, unknown, options));
  } catch (error) {
    if (error instanceof Error) return `${error.name}: ${error.message.replaceAll(path, "data.csv")}`;
  }
  return "no error";
}

test("reads the valid rows' columns, and the ignored columns of all rows as texts, in the file's order", async () => {
  const [batch, ...more] = await batchesOf('town,weight,name,age\n"a,b",60.5, Ada ,36\nc,,Bob,41\n');

  expect(more).toEqual([]);
  expect(batch?.ignored).toEqual(["town", "name"]);
  expect(batch?.rows).toEqual([{ ignored: ["a,b", " Ada "] }, { ignored: ["c", "Bob"] }]);
  expect(batch?.table.objects()).toEqual([
    { age: 36, weight: 60.5 },
    { age: 41, weight: Number.NaN },
  ]);
});

test("skip: a bad row says its line, columns, what was found and expected, and is not in the table", async () => {
  const content = 'name,age,weight\n"two\nlines",1,2\nx,-1,heavy\ny,3\n\nz,4,5\n';

  const [batch] = await batchesOf(content, { onBadRow: "skip" });

  expect(batch?.rows).toEqual([
    { ignored: ["two\nlines"] },
    {
      ignored: ["x"],
      problem:
        'line 4, column "age": -1 is not allowed, expected an integer at least 0; column "weight": "heavy" is not a number, expected a number, or an empty cell',
    },
    { ignored: ["y"], problem: "line 5, the row has 2 cells, expected 3 cells as in the header" },
    { ignored: ["z"] },
  ]);
  expect(batch?.table.objects()).toEqual([
    { age: 1, weight: 2 },
    { age: 4, weight: 5 },
  ]);
  expect(batch?.warnings[0]).toMatch(/: 2 of 4 rows were not read\.$/);
});

test("fail: the error counts the bad rows of the whole file, and says what skip is for", async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => (i % 10_000 === 7 ? "x,1" : `${i},1`));

  expect(await messageOf(`age,weight\n${rows.join("\n")}\n`)).toBe(
    [
      'ContractError: data.csv line 9, column "age": "x" is not a number. Expected an integer at least 0.',
      'data.csv line 10009, column "age": "x" is not a number. Expected an integer at least 0.',
      'data.csv line 20009, column "age": "x" is not a number. Expected an integer at least 0.',
      "Fix the cells, or run with --set onBadRow=skip to keep such rows with their problem (3 faults in 3 of 30000 rows).",
    ].join("\n"),
  );
});

test("an empty cell that the dataset allows is bad where it is needed", async () => {
  const needed = { columns: ["age", "weight"], expected: "a number, as nothing fills it in" };
  const content = "age,weight\n1,2\n3,\n,4\n";

  const [batch] = await batchesOf(content, { onBadRow: "skip", needed });

  expect(batch?.rows.map(({ problem }) => problem)).toEqual([
    undefined,
    'line 3, column "weight": the cell is empty, expected a number, as nothing fills it in',
    'line 4, column "age": the cell is empty, expected an integer at least 0; .nullable() in the dataset\'s schema would allow empty cells',
  ]);
});

test("a file with a header alone has one batch without rows", async () => {
  const batches = await batchesOf("name,weight,age");

  expect(batches.map(({ ignored, rows, table }) => [ignored, rows, table.numRows()])).toEqual([
    [["name"], [], 0],
  ]);
});

test.each([
  ["an empty file", "", "ContractError: data.csv is empty.\nExpected a CSV file with a header."],
  [
    "a missing column",
    "name,age\nAda,36\n",
    'ContractError: data.csv line 1: column "weight" is missing.\nExpected the columns age, weight, in any order.',
  ],
  [
    "a Parquet file",
    "PAR1",
    'ContractError: data.csv is a Parquet file.\nExpected a CSV file in UTF-8. Write it as CSV first, such as by pandas: pd.read_parquet(FILE).to_csv("data.csv", index=False).',
  ],
])("refuses %s", async (_, content, message) => {
  expect(await messageOf(content)).toBe(message);
});

test("the target is ignored, and not needed", async () => {
  const [batch] = await batchesOf("age,sick,weight\n1,no idea,2\n");

  expect(batch?.ignored).toEqual(["sick"]);
  expect(batch?.rows).toEqual([{ ignored: ["no idea"] }]);
});

test("batches together have the columns that readDataset reads, whatever their length", async () => {
  const cell = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(""));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), cell), { minLength: 1, maxLength: 3000, size: "max" }),
      fc.integer({ min: 1, max: 2000 }),
      async (rows, batchRows) => {
        const path = csvFile(`age,weight\n${rows.map((row) => row.join(",")).join("\n")}\n`);

        const batches = await allOf(readRows(path, unknown, { batchRows }));

        const { table } = await readDataset(path, unknown);
        for (const name of unknown.names) {
          const all: ArrayLike<unknown> = table.array(name);
          const parts = batches.flatMap((batch) => Array.from(batch.table.array(name), Number));
          expect(parts).toEqual(Array.from(all));
        }
      },
    ),
    { seed: 16, numRuns: 40 },
  );
});
