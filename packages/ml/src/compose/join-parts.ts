import { materialize, type Table } from "../columns.js";
import { ShapeError } from "../errors.js";

/** What a named transformer has made of its columns. */
export interface TransformedPart {
  readonly name: string;
  readonly table: Table;
}

/**
 * The columns of several tables side by side.
 * @param x the materialized table that they come from
 * @param prefixed whether the columns are named `part__column`
 * @throws {ShapeError} when a table has other rows than `x`, or two columns would have the same name
 */
export function joinParts(x: Table, parts: readonly TransformedPart[], prefixed: boolean): Table {
  const columns = new Map<string, NonNullable<ReturnType<Table["column"]>>>();
  const owners = new Map<string, string>();
  for (const { name, table: part } of parts) {
    const table = materialize(part);
    if (table.numCols() > 0 && table.numRows() !== x.numRows()) {
      throw new ShapeError(
        `ColumnTransformer: "${name}" makes ${table.numRows()} rows of ${x.numRows()}. A transformer keeps the rows.`,
      );
    }
    for (const column of table.columnNames()) {
      const named = prefixed ? `${name}__${column}` : column;
      const owner = owners.get(named);
      if (owner !== undefined) {
        throw new ShapeError(
          `ColumnTransformer: "${owner}" and "${name}" both make a column "${named}". Rename a column, or name the ` +
            "columns after their transformers with verboseFeatureNamesOut: true.",
        );
      }
      owners.set(named, name);
      const cells = table.column(column);
      if (cells !== undefined) columns.set(named, cells);
    }
  }
  return x.create({ data: Object.fromEntries(columns), names: [...columns.keys()] });
}
