/** Predicted probabilities and outcomes of n rows. */
export interface GeneratedScores {
  readonly y: Uint8Array;
  readonly score: Float64Array;
}

/**
 * Probabilities and outcomes by formulas that are exact, so that fixtures/sklearn-metrics.py has the same.
 * @param levels number of distinct probabilities; 0 for as many as rows
 */
export function generatedScores(n: number, levels: number): GeneratedScores {
  const [a, b, c, d] = [2654435761, 1597334677, 3812015801, 2246822519].map((factor) => uniform(n, factor));
  const mean = Float64Array.from(
    { length: n },
    (_, i) => ((a?.[i] ?? 0) + (b?.[i] ?? 0) + (c?.[i] ?? 0)) / 3,
  );
  const score = levels === 0 ? mean : mean.map((value) => Math.floor(value * levels) / levels);
  return { y: Uint8Array.from(score, (value, i) => Number((d?.[i] ?? 0) < value * value)), score };
}

/** n numbers from 0 to 1. */
function uniform(n: number, factor: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    let state = Math.imul(i + 1, factor);
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
  });
}
