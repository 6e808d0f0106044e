import type { ColumnTable } from "arquero";
import type { Codec } from "../definition/codec.js";
import { ContractError } from "../definition/errors.js";
import { readArrowFile, writeArrowFile } from "./arrow-file.js";
import { type ColumnValues, checkColumn, isNumberArray } from "./column-values.js";
import { loadColumnTable } from "./load-column-table.js";

/**
 * A table as an Arrow IPC file. A column contains numbers or strings. A Float64Array, in which NaN is a missing value, and
 * arrays of 8 to 32-bit integers are written and read back as they are. Rows and columns keep their order.
 */
export const table: Codec<ColumnTable> = {
  format: "table",
  extension: "arrow",
  mediaType: "application/vnd.apache.arrow.file",
  encode(value, path) {
    if (!isTable(value)) throw new ContractError("expected an Arquero table.");
    const plain = value.isFiltered() || value.isOrdered() ? value.reify() : value;
    const columns = plain.columnNames().map((name): [string, ColumnValues] => [name, columnOf(plain, name)]);
    writeArrowFile(path, columns);
  },
  async decode(path) {
    const columns = readArrowFile(path);
    const ColumnTable = await loadColumnTable();
    return new ColumnTable(
      Object.fromEntries(columns),
      columns.map(([name]) => name),
    );
  },
};

// Not `instanceof`: it would refuse a table of another copy of arquero.
function isTable(value: unknown): value is ColumnTable {
  return typeof value === "object" && value !== null && "columnNames" in value && "reify" in value;
}

function columnOf(table: ColumnTable, name: string): ColumnValues {
  const column: unknown = table.data()[name];
  // `values` respects the table's order; its declared type is `any`.
  const rows = table.values(name) as unknown as Iterable<unknown>;
  return checkColumn(name, isNumberArray(column) ? column : Array.from(rows));
}
