import { columnOf, type Evaluation, isNumericColumn, summarizeNumbers, type Table } from "@tiphys/ml";

/**
 * Mean, standard deviation (n − 1 in the denominator), range and missing cells of each column of numbers.
 * @param columnsWithZeroAsMissing columns whose zeros are counted
 */
export function summarizeColumns(
  x: Table,
  columnsWithZeroAsMissing: readonly string[],
): Evaluation["data"]["columns"] {
  return x.columnNames().flatMap((name) => {
    const column = columnOf(x, name);
    if (!isNumericColumn(column)) return [];
    const { zeros, ...summary } = summarizeNumbers(column);
    return [{ name, ...summary, ...(columnsWithZeroAsMissing.includes(name) ? { zeros } : {}) }];
  });
}

/** For each column of texts: the number of categories, the most frequent one (of several, the first) and the empty cells. */
export function summarizeCategories(x: Table): Evaluation["data"]["categories"] {
  return x.columnNames().flatMap((name) => {
    const cells = columnOf(x, name);
    if (isNumericColumn(cells)) return [];
    const counts = new Map<string, number>();
    for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    const missing = counts.get("") ?? 0;
    counts.delete("");
    const [mostFrequent] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return {
      name,
      categories: counts.size,
      mostFrequent: mostFrequent && { category: mostFrequent[0], rows: mostFrequent[1] },
      missing,
      rows: cells.length,
    };
  });
}
