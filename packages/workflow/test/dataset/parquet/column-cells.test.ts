import { expect, test } from "vitest";
import { BadCell } from "../../../src/dataset/cell.js";
import { columnReader } from "../../../src/dataset/column-reader.js";
import { dateColumn } from "../../../src/dataset/date-column.js";
import { columnCells } from "../../../src/dataset/parquet/column-cells.js";

test("a timestamp that no date can hold is a bad cell of its row", () => {
  const cells = columnCells(columnReader(dateColumn("year")), 2);

  cells.add([new Date(0), new Date(Number.NaN)]);

  expect([...cells.bad.keys()]).toEqual([1]);
  expect(cells.bad.get(1)).toBeInstanceOf(BadCell);
});
