/** Loads Arquero's table when it is first needed: it takes the larger part of a step's load time. */
export async function loadColumnTable(): Promise<typeof import("./column-table.js").ColumnTable> {
  return (await import("./column-table.js")).ColumnTable;
}
