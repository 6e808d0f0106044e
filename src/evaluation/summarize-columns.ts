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
