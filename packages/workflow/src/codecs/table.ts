import type { ColumnTable } from "arquero";
import type { Codec } from "../definition/codec.js";
import { ContractError } from "../definition/errors.js";
import { readArrowFile, writeArrowFile } from "./arrow-file.js";
import { type Column, checkColumn } from "./column-values.js";
import { loadColumnTable } from "./load-column-table.js";

/**
 * A table as an Arrow IPC file. A column holds numbers (a Float64Array, NaN where one is missing) or texts; rows and
 * columns keep their order.
 */
export const table: Codec<ColumnTable> = {
  format: "table",
  extension: "arrow",
  mediaType: "application/vnd.apache.arrow.file",
  encode(value, path) {
    if (!isTable(value)) throw new ContractError("expected an Arquero table.");
    const plain = value.isFiltered() || value.isOrdered() ? value.reify() : value;
    const columns = plain.columnNames().map((name): [string, Column] => [name, columnOf(plain, name)]);
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

// Not `instanceof`: a table made by another copy of arquero is as good.
function isTable(value: unknown): value is ColumnTable {
  return typeof value === "object" && value !== null && "columnNames" in value && "reify" in value;
}

function columnOf(table: ColumnTable, name: string): Column {
  const column: unknown = table.data()[name];
  // `values` gives the rows as they are ordered; its type says it may give anything.
  const rows = table.values(name) as unknown as Iterable<unknown>;
  return checkColumn(name, column instanceof Float64Array ? column : Array.from(rows));
}
