import type { ColumnReader } from "../column-reader.js";
import type { RowLayout } from "../row-reader.js";

/** Bytes of an entry of the plan. */
export const entryBytes = 40;

/** How the scanner reads a cell: a number, a text that is in a table, or only where it is. */
export type ScanKind = "skip" | "number" | "text" | "place";

const codes: Readonly<Record<ScanKind, number>> = { skip: 0, number: 1, text: 2, place: 3 };

/** How the scanner reads the cells of a column at first. */
export function scanKind(reader: ColumnReader): ScanKind {
  if (reader.kind === "text") return reader.isPlain ? "text" : "place";
  const { rule } = reader;
  return rule === undefined || Number.isNaN(rule.low) || Number.isNaN(rule.high) ? "place" : "number";
}

/** Bytes of a value in the scanner's memory. */
export function valueBytes(reader: ColumnReader): number {
  return reader.kind === "number" ? reader.values.type.BYTES_PER_ELEMENT : 8;
}

/** One cell of a row: how it is read, and where its values and the table of its texts are. */
export interface PlanEntry {
  readonly kind: ScanKind;
  readonly values: number;
  readonly table: number;
}

/** Writes the entry of a column. The entries of other cells, which are skipped, are zero. */
export function writeEntry(plan: DataView, reader: ColumnReader, position: number, entry: PlanEntry): void {
  const at = position * entryBytes;
  plan.setUint32(at, codes[entry.kind], true);
  plan.setUint32(at + 4, valueBytes(reader), true);
  plan.setUint32(at + 8, entry.values, true);
  plan.setUint32(at + 12, entry.table, true);
  if (reader.kind === "number") {
    plan.setFloat64(at + 16, reader.rule?.low ?? 0, true);
    plan.setFloat64(at + 24, reader.rule?.high ?? 0, true);
  }
  plan.setUint32(at + 32, reader.mayBeEmpty ? 1 : 0, true);
}

/** How many rows the scanner's memory holds: a megabyte, or at least 64 rows. */
export function rowsHeld({ columns }: RowLayout): number {
  const bytes = columns.reduce((sum, { reader }) => sum + valueBytes(reader), 0);
  return Math.min(4096, Math.max(64, Math.floor(1_000_000 / bytes)));
}
