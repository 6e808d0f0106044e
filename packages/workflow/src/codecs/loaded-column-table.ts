import { ColumnTable } from "arquero";

/** Replaces `load-column-table.ts` in the bundle of a single step, which contains arquero only if the step needs it. */
export async function loadColumnTable(): Promise<typeof ColumnTable> {
  return ColumnTable;
}
