import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { csvRows } from "../../src/dataset/csv-rows.js";
import { type Delimiter, defineDataset } from "../../src/dataset/dataset.js";
import { readDataset } from "../../src/dataset/read-dataset.js";
import { ContractError } from "../../src/definition/errors.js";
import { columnsOf, csvFile, read } from "./csv-file.js";
import { csvCell } from "./csv-writer.js";

const columns = { a: z.number().nullable(), b: z.string().nullable(), c: z.literal([0, 1]) };
const dataset = defineDataset({ columns, target: "c" });
const delimiters = fc.constantFrom<Delimiter>(",", ";", "\t");
const lineEnds = fc.constantFrom("\n", "\r\n", "\r");

const bytes = fc.uint8Array({ maxLength: 200 });
const csvLike = fc
  .array(
    fc.oneof(fc.constantFrom('"', ",", "\n", "\r", "1", "0", "a", "", " ", "é", "\uFEFF"), fc.string()),
    {
      maxLength: 60,
    },
  )
  .map((parts) => Buffer.from(parts.join("")));
const header = Buffer.from("a,b,c\n1,x,0\n");

test("reads any bytes as a table or throws a ContractError", async () => {
  const path = csvFile("");
  const content = fc.oneof(bytes, csvLike, bytes.map(behindHeader), csvLike.map(behindHeader));
  await fc.assert(
    fc.asyncProperty(content, fc.constantFrom("fail" as const, "skip" as const), async (file, onBadRow) => {
      writeFileSync(path, file);
      try {
        const { table, rows } = await readDataset(path, dataset, { onBadRow });
        expect(table.numRows()).toBe(rows);
      } catch (error) {
        expect(error).toBeInstanceOf(ContractError);
      }
    }),
    { seed: 3, numRuns: 1000 },
  );
});

test("reads back every table that was written as CSV", async () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom('"', ",", ";", "\t", "\n", " ", "a") }),
  );
  const row = fc.record({
    a: fc.double({ noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
    b: text.map((value) => value.replaceAll("\r", "").replaceAll("\0", "")),
    c: fc.constantFrom(0, 1),
    quoted: fc.boolean(),
  });
  const rows = fc.array(row, { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      delimiters,
      lineEnds,
      fc.boolean(),
      async (written, delimiter, lineEnd, hasLast) => {
        const lines = written.map(({ a, b, c, quoted }) =>
          [Number.isNaN(a) ? "" : String(a), b, String(c)]
            .map((cell) => csvCell(cell, delimiter, quoted))
            .join(delimiter),
        );
        const content = [["a", "b", "c"].join(delimiter), ...lines].join(lineEnd) + (hasLast ? lineEnd : "");
        const result = await read(content, defineDataset({ columns, target: "c", delimiter }));
        expect(columnsOf(result)).toEqual({
          a: written.map(({ a }) => a),
          b: written.map(({ b }) => b),
          c: written.map(({ c }) => c),
        });
      },
    ),
    { seed: 4, numRuns: 300 },
  );
});

test("finds the same rows and lines wherever the text is split into chunks", async () => {
  const row = fc.array(fc.string({ unit: fc.constantFrom('"', ",", "\n", " ", "a"), maxLength: 5 }), {
    minLength: 2,
    maxLength: 4,
  });
  const rows = fc.array(row, { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, fc.array(fc.nat(80), { maxLength: 6 }), async (written, cuts) => {
      const lines = written.map((cells) => cells.map((cell) => csvCell(cell, ",", false)).join(","));
      const text = lines.join("\n");
      const places = [0, ...cuts.filter((cut) => cut < text.length).sort((x, y) => x - y), text.length];
      const pieces = places.slice(1).map((place, index) => text.slice(places[index], place));
      const firstLines = lines.map(
        (_, index) => lines.slice(0, index).join("\n").split("\n").length + Math.min(index, 1),
      );
      expect(await rowsAndLines(pieces)).toEqual(written.map((cells, index) => [firstLines[index], cells]));
    }),
    { seed: 5, numRuns: 500 },
  );
});

test.each([
  ["within a doubled quote", ['"a"', '"b",c\n']],
  ["behind a closing quote", ['"a""b"', ",c\n"]],
  ["within the blanks behind a closing quote", ['"a""b" ', " ,c\n"]],
  ["within a quoted line feed", ['"a""b"  ,"c"\n"', "\n", '",d']],
  ["before a line feed", ['"a""b",c', "\n"]],
])("goes on with a row that is cut %s", async (_, pieces) => {
  expect((await rowsAndLines(pieces))[0]).toEqual([1, ['a"b', "c"]]);
});

function behindHeader(rest: Uint8Array): Uint8Array {
  return Buffer.concat([header, rest]);
}

async function rowsAndLines(pieces: readonly string[]): Promise<[number, readonly string[]][]> {
  const found: [number, readonly string[]][] = [];
  for await (const { rows, lineOf } of csvRows(iterate(pieces), ",", "data.csv")) {
    for (const [index, cells] of rows.entries()) found.push([lineOf(index), cells]);
  }
  return found;
}

async function* iterate(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}
