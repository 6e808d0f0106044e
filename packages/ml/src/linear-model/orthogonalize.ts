import { dot } from "./block-sum.js";

/** Vectors are orthogonal when the cosine between them is below this. */
const ORTHOGONAL = 8 * Number.EPSILON;

/** Each sweep over all pairs squares the largest cosine; six to ten are usual. */
const MOST_SWEEPS = 60;

/**
 * Makes vectors orthogonal by rotating pairs of them, which is their singular value decomposition: afterwards their lengths are the
 * singular values, and also small ones have all their digits.
 * @param vectors m vectors of equal length, which are changed in place
 * @returns m vectors of length m: what the orthogonal vector r is made of; `vectors before · returned[r] = vectors after [r]`
 * @see Hestenes (1958); Demmel, Veselić (1992), Jacobi's method is more accurate than QR
 */
export function orthogonalize(vectors: readonly Float64Array[]): Float64Array[] {
  const m = vectors.length;
  const rotations = vectors.map((_, j) => {
    const unit = new Float64Array(m);
    unit[j] = 1;
    return unit;
  });
  let isRotated = true;
  for (let sweep = 0; isRotated && sweep < MOST_SWEEPS; sweep++) {
    isRotated = false;
    for (let j = 0; j < m; j++) {
      for (let k = j + 1; k < m; k++) {
        const [a, b, ra, rb] = [vectors[j], vectors[k], rotations[j], rotations[k]];
        if (a === undefined || b === undefined || ra === undefined || rb === undefined) continue;
        const tangent = tangentBetween(a, b);
        if (tangent === 0) continue;
        isRotated = true;
        const cosine = 1 / Math.sqrt(1 + tangent * tangent);
        rotate(a, b, cosine, cosine * tangent);
        rotate(ra, rb, cosine, cosine * tangent);
      }
    }
  }
  return rotations;
}

/** The length of a vector. */
export function lengthOf(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector, 0, vector.length));
}

/** Tangent of the angle whose rotation makes two vectors orthogonal; 0 where they are. */
function tangentBetween(a: Float64Array, b: Float64Array): number {
  const product = dot(a, b, 0, a.length);
  const squaresOfA = dot(a, a, 0, a.length);
  const squaresOfB = dot(b, b, 0, b.length);
  if (Math.abs(product) <= ORTHOGONAL * Math.sqrt(squaresOfA) * Math.sqrt(squaresOfB)) return 0;
  const cotangent = (squaresOfB - squaresOfA) / (2 * product);
  return (cotangent >= 0 ? 1 : -1) / (Math.abs(cotangent) + Math.sqrt(1 + cotangent * cotangent));
}

function rotate(a: Float64Array, b: Float64Array, cosine: number, sine: number): void {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    a[i] = cosine * x - sine * y;
    b[i] = sine * x + cosine * y;
  }
}
