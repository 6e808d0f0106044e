/**
 * Area under the straight lines between points, by the trapezoidal rule.
 * @param x n ascending numbers
 * @param y n numbers
 * @see scikit-learn, metrics.auc
 */
export function trapezoidArea(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let area = 0;
  for (let i = 1; i < x.length; i++) {
    area += (((x[i] ?? 0) - (x[i - 1] ?? 0)) * ((y[i] ?? 0) + (y[i - 1] ?? 0))) / 2;
  }
  return area;
}
