import { dot } from "./block-sum.js";
import { lengthOf, orthogonalize } from "./orthogonalize.js";

/**
 * The answer to a least squares problem as a sum of vectors: the coefficients are Σ vectors[r] · targets[r], and their covariance is
 * the residual variance times Σ vectors[r] vectors[r]ᵀ.
 */
export interface PseudoInverse {
  /** `rank` vectors of length p. */
  readonly vectors: readonly Float64Array[];
  readonly targets: readonly number[];
  /** Vectors of length p that span what the rows say nothing about. */
  readonly dropped: readonly Float64Array[];
  /** Squared length of the part of the target that the columns do not explain. */
  readonly unexplained: number;
}

/**
 * The inverse of a triangle, where its rank is certainly full.
 * @param columns p columns of an upper triangle: column j has j + 1 numbers, then zeros
 * @param target p numbers
 * @param tol singular values below this share of the greatest count as 0
 * @returns undefined where the rank may be smaller; the singular values then decide
 */
export function inverseOfTriangle(
  columns: readonly Float64Array[],
  target: Float64Array,
  tol: number,
): PseudoInverse | undefined {
  const p = columns.length;
  const vectors = columns.map(() => new Float64Array(p));
  for (const [r, vector] of vectors.entries()) {
    vector[r] = 1;
    for (let i = r; i >= 0; i--) {
      const column = columns[i];
      const pivot = column?.[i] ?? 0;
      if (pivot === 0 || column === undefined) return undefined;
      const value = (vector[i] ?? 0) / pivot;
      vector[i] = value;
      for (let k = 0; k < i; k++) vector[k] = (vector[k] ?? 0) - value * (column[k] ?? 0);
    }
  }
  // The norms bound the greatest singular value from above, the least from below.
  if (!(Math.hypot(...columns.map(lengthOf)) * Math.hypot(...vectors.map(lengthOf)) < 1 / tol))
    return undefined;
  return { vectors, targets: [...target], dropped: [], unexplained: 0 };
}

/**
 * The pseudo-inverse by singular values.
 * @param columns p columns of m numbers, which are changed
 * @param target m numbers
 * @param tol singular values of at most this share of the greatest count as 0
 */
export function inverseByColumns(
  columns: readonly Float64Array[],
  target: Float64Array,
  tol: number,
): PseudoInverse {
  const rotations = orthogonalize(columns);
  const lengths = columns.map(lengthOf);
  const floor = tol * Math.max(...lengths);
  const rest = target.slice();
  const kept = [...lengths.keys()].filter((r) => (lengths[r] ?? 0) > floor);
  const targets = kept.map((r) => takeAlong(rest, columns[r] ?? rest, lengths[r] ?? 1));
  return {
    vectors: kept.map((r) => (rotations[r] ?? rest).map((value) => value / (lengths[r] ?? 1))),
    targets,
    dropped: rotations.filter((_, r) => !kept.includes(r)),
    unexplained: dot(rest, rest, 0, rest.length),
  };
}

/** The answer to a problem of fewer rows than columns: the coefficients are Σ weights[i] · row i. */
export interface RowWeights {
  readonly weights: Float64Array;
  readonly rank: number;
  /** Squared length of the part of the target that the columns do not explain. */
  readonly unexplained: number;
}

/**
 * The weight of each row in the coefficients, by singular values.
 * @param columns m columns of the triangle R of the transposed table Q R, which are changed
 * @param target m numbers
 * @param tol as `inverseByColumns` has it
 * @param ridge added to the square of each singular value, ≥ 0
 */
export function weightsOfRows(
  columns: readonly Float64Array[],
  target: Float64Array,
  tol: number,
  ridge: number,
): RowWeights {
  const rotations = orthogonalize(columns);
  const lengths = columns.map(lengthOf);
  const floor = tol * Math.max(...lengths);
  const rest = target.slice();
  const weights = new Float64Array(target.length);
  const kept = [...lengths.entries()].filter(([, length]) => length > floor);
  for (const [r, length] of kept) {
    const rotation = rotations[r] ?? weights;
    const part = takeAlong(rest, rotation, 1) / (length ** 2 + ridge);
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) + part * (rotation[i] ?? 0);
  }
  return { weights, rank: kept.length, unexplained: dot(rest, rest, 0, rest.length) };
}

/** Removes the part of a vector along another of this length, and returns its size. */
function takeAlong(vector: Float64Array, other: Float64Array, length: number): number {
  const part = dot(vector, other, 0, vector.length) / length;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) - (part / length) * (other[i] ?? 0);
  return part;
}
