/** Arquero's table, loaded when first needed: it is the larger part of what a step has to load. */
export async function loadColumnTable(): Promise<typeof import("./column-table.js").ColumnTable> {
  return (await import("./column-table.js")).ColumnTable;
}
