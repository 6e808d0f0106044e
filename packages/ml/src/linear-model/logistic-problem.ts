import { numericColumn, requireFinite } from "../columns.js";
import { columnMoments } from "../kernels/column-moments.js";
import type { BinaryTarget } from "./binary-target.js";
import { classWeights } from "./class-weights.js";
import type { LogisticProblem } from "./logistic-loss.js";
import type { CompleteOptions } from "./logistic-regression-options.js";

/**
 * The loss to minimise for a table, its target and the options.
 * @throws {NotFiniteError} naming column and row of the first NaN or infinity
 * @throws {InvalidParameterError} when `classWeight` does not fit the classes
 */
export function logisticProblem(
  { table, classes, target, counts }: BinaryTarget,
  { C, fitIntercept, classWeight }: CompleteOptions,
): LogisticProblem {
  const [negative = 1, positive = 1] = classWeights(classWeight, classes, counts);
  const totalWeight = negative * counts[0] + positive * counts[1];
  const weights =
    classWeight === undefined
      ? undefined
      : Float64Array.from(target, (code) => (code === 1 ? positive : negative));
  const columns = table.columnNames().map((name) => ({ name, column: numericColumn(table, name) }));
  const moments = columns.map(({ column }) => columnMoments(column, weights));
  return {
    // A column with moments is finite.
    columns: columns.map(({ name, column }, j) =>
      moments[j] === undefined ? requireFinite(name, column) : column,
    ),
    moments,
    target,
    weights,
    totalWeight,
    l2: 1 / (C * totalWeight),
    fitIntercept,
  };
}
