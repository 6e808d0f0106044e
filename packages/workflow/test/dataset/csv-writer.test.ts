import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { CsvWriter } from "../../src/dataset/csv-writer.js";
import type { Delimiter } from "../../src/dataset/dataset.js";
import { tempDir } from "../temp-dir.js";

const path = join(tempDir("csv-"), "written.csv");

function written(rows: readonly (readonly string[])[], delimiter?: Delimiter): string {
  const writer = new CsvWriter(path, delimiter);
  for (const row of rows) writer.write(row);
  writer.close();
  return readFileSync(path, "utf8");
}

test("cells with delimiters, quotes, line ends, control characters or outer whitespace are in quotes", () => {
  const row = ["plain text", "a,b", 'say "x"', "two\nlines", "bell\u0007", " left", "right ", "a;b", ""];

  expect(written([["id"], row])).toBe(
    'id\nplain text,"a,b","say ""x""","two\nlines","bell\u0007"," left","right ",a;b,\n',
  );
});

test.each([
  [";", 'a,b;"c;d"\n'],
  ["\t", "a,b\tc;d\n"],
] as const)("another delimiter: %j", (delimiter, text) => {
  expect(written([["a,b", "c;d"]], delimiter)).toBe(text);
});

test("a row with one empty cell is no blank line", () => {
  expect(written([[""]])).toBe('""\n');
});

test("papaparse 5 reads back the cells that were written", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(...'",;\n\r\t a') }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }),
      fc.constantFrom<Delimiter>(",", ";", "\t"),
      (rows, delimiter) => {
        const { data } = Papa.parse(written(rows, delimiter).slice(0, -1), { delimiter, newline: "\n" });
        expect(data).toEqual(rows);
      },
    ),
    { seed: 16, numRuns: 500 },
  );
});

test("a file larger than the buffer is written whole", () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => [String(i), "ä".repeat(5)]);

  expect(written(rows)).toBe(`${rows.map((row) => row.join(",")).join("\n")}\n`);
});
