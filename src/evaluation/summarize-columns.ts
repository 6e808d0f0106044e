import { type Evaluation, type Table, textColumnNames } from "@tiphys/ml";

/**
 * Mean, standard deviation (n − 1 in the denominator), range and missing cells of each column of numbers.
 * @param columnsWithZeroAsMissing columns whose zeros are counted
 */
export function summarizeColumns(
  x: Table,
  columnsWithZeroAsMissing: readonly string[],
): Evaluation["data"]["columns"] {
  const texts = textColumnNames(x);
  const numbers = x.columnNames().filter((name) => !texts.includes(name));
  return numbers.map((name) => {
    const values = Float64Array.from(x.array(name));
    const present = values.filter((value) => !Number.isNaN(value));
    const mean = sum(present) / present.length;
    const deviations = present.map((value) => (value - mean) ** 2);
    return {
      name,
      mean,
      std: Math.sqrt(sum(deviations) / (present.length - 1)),
      min: present.reduce((low, value) => Math.min(low, value), present[0] ?? Number.NaN),
      max: present.reduce((high, value) => Math.max(high, value), present[0] ?? Number.NaN),
      missing: values.length - present.length,
      ...(columnsWithZeroAsMissing.includes(name)
        ? { zeros: present.filter((value) => value === 0).length }
        : {}),
    };
  });
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
