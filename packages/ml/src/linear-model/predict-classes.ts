import { linearPredictor } from "./logistic-loss.js";

/**
 * coef · x + intercept of each class, for each row.
 * @param columns p columns of n numbers
 * @param coef k rows of p numbers
 * @param intercept k numbers
 */
export function predictClassLogits(
  columns: readonly Float64Array[],
  n: number,
  coef: readonly (readonly number[])[],
  intercept: readonly number[],
): Float64Array[] {
  return coef.map((ofClass, c) =>
    linearPredictor(columns, n, Float64Array.of(...ofClass, intercept[c] ?? 0)),
  );
}

/** Turns the logits of k classes into probabilities, in place: e^logit / Σ e^logit of each row, without overflow. */
export function probabilitiesInPlace(logits: readonly Float64Array[]): void {
  const n = logits[0]?.length ?? 0;
  for (let i = 0; i < n; i++) {
    let greatest = Number.NEGATIVE_INFINITY;
    for (const column of logits) greatest = Math.max(greatest, column[i] ?? greatest);
    let sum = 0;
    for (const column of logits) {
      const weight = Math.exp((column[i] ?? 0) - greatest);
      column[i] = weight;
      sum += weight;
    }
    for (const column of logits) column[i] = (column[i] ?? 0) / sum;
  }
}

/** The index of the class with the greatest logit in each row, of several the first. */
export function likeliestClasses(logits: readonly Float64Array[]): Int32Array {
  const n = logits[0]?.length ?? 0;
  const codes = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let greatest = Number.NEGATIVE_INFINITY;
    logits.forEach((column, c) => {
      const value = column[i] ?? greatest;
      if (value <= greatest) return;
      greatest = value;
      codes[i] = c;
    });
  }
  return codes;
}
