/**
 * Area under the ROC curve and DeLong's standard error by their definitions, in O(n²): each positive row against each
 * negative one.
 */
export function mannWhitney(yTrue: readonly number[], scores: readonly number[]) {
  const positive = scores.filter((_, row) => yTrue[row] === 1);
  const negative = scores.filter((_, row) => yTrue[row] === 0);
  const wins = (a: number, b: number) => (a > b ? 1 : a === b ? 0.5 : 0);
  const ofPositive = positive.map((p) => mean(negative.map((n) => wins(p, n))));
  const ofNegative = negative.map((n) => mean(positive.map((p) => wins(p, n))));
  const standardError = Math.sqrt(
    variance(ofPositive) / positive.length + variance(ofNegative) / negative.length,
  );
  return { auc: mean(ofPositive), standardError };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
}
