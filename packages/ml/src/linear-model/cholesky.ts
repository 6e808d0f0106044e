/** A pivot below this share of its diagonal entry, times the order, is rounding error only, that of sums over rows included. */
export const PIVOT_ROUNDING = 16 * Number.EPSILON;

/** The lower triangle L of a symmetric positive definite matrix A = L Lᵀ. */
export interface Cholesky {
  /** The y with A y = b, for p numbers b. */
  solve(b: Float64Array): Float64Array;
  /** The diagonal of A⁻¹: p numbers. */
  inverseDiagonal(): Float64Array;
}

/**
 * Factors a symmetric matrix of order p.
 * @param matrix its p² numbers by rows; only the lower triangle is read
 * @returns undefined when the matrix is not positive definite, or so close to singular that a solution has no digits
 */
export function cholesky(matrix: Float64Array, p: number): Cholesky | undefined {
  const lower = new Float64Array(p * p);
  const at = (i: number, j: number) => lower[i * p + j] ?? 0;

  for (let j = 0; j < p; j++) {
    for (let i = j; i < p; i++) {
      let sum = matrix[i * p + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      if (i > j) {
        lower[i * p + j] = sum / at(j, j);
      } else {
        const pivotFloor = (matrix[j * p + j] ?? 0) * p * PIVOT_ROUNDING;
        if (!(sum > pivotFloor)) return undefined;
        lower[j * p + j] = Math.sqrt(sum);
      }
    }
  }

  function solve(b: Float64Array): Float64Array {
    const y = b.slice();
    for (let i = 0; i < p; i++) {
      for (let k = 0; k < i; k++) y[i] = (y[i] ?? 0) - at(i, k) * (y[k] ?? 0);
      y[i] = (y[i] ?? 0) / at(i, i);
    }
    for (let i = p - 1; i >= 0; i--) {
      for (let k = i + 1; k < p; k++) y[i] = (y[i] ?? 0) - at(k, i) * (y[k] ?? 0);
      y[i] = (y[i] ?? 0) / at(i, i);
    }
    return y;
  }

  function inverseDiagonal(): Float64Array {
    return Float64Array.from({ length: p }, (_, j) => solve(unitVector(p, j))[j] ?? 0);
  }

  return { solve, inverseDiagonal };
}

function unitVector(p: number, j: number): Float64Array {
  const unit = new Float64Array(p);
  unit[j] = 1;
  return unit;
}
