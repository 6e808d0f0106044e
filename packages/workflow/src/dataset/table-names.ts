import type { ColumnDefinition } from "./dataset.js";
import { DateColumn, datePartName } from "./date-column.js";

/** The names of the table's columns that a column of the file becomes. */
export function tableNames(name: string, definition: ColumnDefinition | undefined): readonly string[] {
  if (!(definition instanceof DateColumn)) return [name];
  return definition.parts.map((part) => datePartName(name, part));
}
