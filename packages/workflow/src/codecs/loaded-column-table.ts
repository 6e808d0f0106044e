import { ColumnTable } from "arquero";

/** The same as `load-column-table.ts` in a program of one step, which holds it only where the step needs it. */
export async function loadColumnTable(): Promise<typeof ColumnTable> {
  return ColumnTable;
}
