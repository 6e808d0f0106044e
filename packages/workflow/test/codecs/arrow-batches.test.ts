import { join } from "node:path";
import { expect, test } from "vitest";
import { readArrowFile, writeArrowFile } from "../../src/codecs/arrow-file.js";
import type { ColumnValues } from "../../src/codecs/column-values.js";
import { tempDir } from "../temp-dir.js";

/** Writes columns in record batches of this many rows, and reads them back. */
function throughBatches(
  maxBatchRows: number,
  columns: readonly [string, ColumnValues][],
): [string, ColumnValues][] {
  const path = join(tempDir(), "value");
  writeArrowFile(path, columns, maxBatchRows);
  return readArrowFile(path);
}

const numbers: [string, ColumnValues][] = [
  ["x", Float64Array.of(1.5, Number.NaN, -0, 4, 5, 6)],
  ["age", Uint8Array.of(1, 2, 3, 250, 5, 6)],
  ["year", Int16Array.of(-1, 2, -3, 4, -5, 6)],
  ["id", Uint32Array.of(4294967295, 2, 3, 4, 5, 6)],
];
const texts: [string, ColumnValues][] = [
  ["t", ["a", "ä😀", "a", "", "new", "a"]],
  ["u", ["1", "2", "3", "4", "5", "6"]],
];

test.each([1, 2, 4, 5, 6, 7])(
  "a table in record batches of at most %i rows is read into one array a column",
  (rows) => {
    expect(throughBatches(rows, numbers)).toEqual(numbers);
  },
);

test.each([1, 2, 4, 5, 6, 7])("with columns of texts too, in record batches of at most %i rows", (rows) => {
  const mixed = [...numbers.slice(0, 2), ...texts, ...numbers.slice(2)];
  expect(throughBatches(rows, mixed)).toEqual(mixed);
  expect(throughBatches(rows, texts)).toEqual(texts);
});

test("a file larger than is read at once is read column by column", () => {
  const n = 300_000;
  const columns: [string, ColumnValues][] = [
    ["x", Float64Array.from({ length: n }, (_, i) => i / 7)],
    ["t", Array.from({ length: n }, (_, i) => `text ${i % 1000}`)],
    ["age", Uint8Array.from({ length: n }, (_, i) => i)],
    ["year", Int16Array.from({ length: n }, (_, i) => -i)],
  ];
  for (const maxBatchRows of [100_000, 2 ** 20]) {
    const read = throughBatches(maxBatchRows, columns);
    // Not compared by toEqual, which takes half a minute.
    const isSame = columns.map(([name, values], i) => {
      const [readName, cells] = read[i] ?? ["", []];
      return name === readName && cells.length === n && values.every((value, row) => value === cells[row]);
    });
    expect(isSame).toEqual([true, true, true, true]);
  }
});
