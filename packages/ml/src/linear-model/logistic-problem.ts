import { numericColumn, requireFinite } from "../columns.js";
import { InvalidParameterError } from "../errors.js";
import { columnMoments } from "../kernels/column-moments.js";
import { requireSampleWeight } from "../sample-weight.js";
import { CompensatedSums } from "./block-sum.js";
import type { BinaryTarget, MultinomialTarget } from "./class-target.js";
import { classWeights } from "./class-weights.js";
import type { LogisticRows } from "./logistic-loss.js";
import type { CompleteOptions } from "./logistic-regression-options.js";

/**
 * The rows to learn from, for a table, its target and the options. The weight of a row is that of its class times its own.
 * @throws {NotFiniteError} naming column and row of the first NaN or infinity
 * @throws {InvalidParameterError} when `classWeight` does not fit the classes, or no row of a class has a weight above 0
 */
export function weightedRows(
  { table, classes, target, counts }: BinaryTarget | MultinomialTarget,
  { C, fitIntercept, classWeight }: CompleteOptions,
  sampleWeight: ArrayLike<number> | undefined,
): LogisticRows {
  const ownWeights = requireSampleWeight(sampleWeight, target.length);
  const ofClasses = ownWeights === undefined ? counts : sumsOfClasses(target, ownWeights, counts.length);
  const without = ofClasses.indexOf(0);
  if (without >= 0) {
    const label = JSON.stringify(classes[without]);
    throw new InvalidParameterError(
      "sampleWeight",
      `only zeros for the class ${label}`,
      "a weight above 0 in each class",
    );
  }
  const weightOfClass = classWeights(classWeight, classes, ofClasses);
  const totalWeight = ofClasses.reduce((sum, count, k) => sum + (weightOfClass[k] ?? 1) * count, 0);
  const weights =
    classWeight === undefined && ownWeights === undefined ? undefined : new Float64Array(target.length);
  weights?.forEach((_, i) => {
    weights[i] = (weightOfClass[target[i] ?? 0] ?? 1) * (ownWeights?.[i] ?? 1);
  });
  const columns = table.columnNames().map((name) => ({ name, column: numericColumn(table, name) }));
  const moments = columns.map(({ column }) => columnMoments(column, weights));
  return {
    // A column with moments is finite.
    columns: columns.map(({ name, column }, j) =>
      moments[j] === undefined ? requireFinite(name, column) : column,
    ),
    moments,
    weights,
    totalWeight,
    l2: 1 / (C * totalWeight),
    fitIntercept,
  };
}

/** The sum of the weights of each class's rows. */
function sumsOfClasses(target: Uint8Array | Int32Array, weights: Float64Array, k: number): number[] {
  const sums = new CompensatedSums(k);
  for (let i = 0; i < target.length; i++) sums.add(target[i] ?? 0, weights[i] ?? 0);
  return Array.from({ length: k }, (_, code) => sums.value(code));
}
