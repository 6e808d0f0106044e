// AssemblyScript: passes over one column, a block of rows at a time.
import { addToSum, lanes, placeSums } from "./compensated-sums";

/** Rows of a block. */
const BLOCK: i32 = 2048;
const BYTES: usize = 8 * <usize>BLOCK;

const ROWS_AT: usize = 0;
const WEIGHTS_AT: usize = BYTES;
/** Three sums, then what rounding took from each. */
const SUMS_AT: usize = 2 * BYTES;
const LOST_AT: usize = SUMS_AT + 24;

export function blockRows(): i32 {
  return BLOCK;
}
export function rowsAt(): usize {
  return ROWS_AT;
}
export function weightsAt(): usize {
  return WEIGHTS_AT;
}
export function sumsAt(): usize {
  return SUMS_AT;
}
/** Bytes of memory needed. */
export function memoryEnd(): usize {
  return LOST_AT + 24;
}

/** Sets all sums to 0. */
export function clearSums(): void {
  placeSums(SUMS_AT, LOST_AT);
  memory.fill(SUMS_AT, 0, 48);
}

/** Adds Σ d, Σ d² and Σ weight · x² of the block's numbers x to the sums, d = x − shift. */
export function addMoments(shift: f64): void {
  const shifts = f64x2.splat(shift);
  let differences = f64x2.splat(0.0);
  let squares = f64x2.splat(0.0);
  let weightedSquares = f64x2.splat(0.0);
  for (let at: usize = 0; at < BYTES; at += 16) {
    const x = v128.load(ROWS_AT + at);
    const d = f64x2.sub(x, shifts);
    differences = f64x2.add(differences, d);
    squares = f64x2.add(squares, f64x2.mul(d, d));
    weightedSquares = f64x2.add(weightedSquares, f64x2.mul(v128.load(WEIGHTS_AT + at), f64x2.mul(x, x)));
  }
  addToSum(0, lanes(differences));
  addToSum(1, lanes(squares));
  addToSum(2, lanes(weightedSquares));
}

/**
 * Replaces each number x of the block by (x − mean) / scale.
 * @returns 0; NaN if one is NaN or infinite
 */
export function scaleRows(mean: f64, scale: f64): f64 {
  const means = f64x2.splat(mean);
  const scales = f64x2.splat(scale);
  const zero = f64x2.splat(0.0);
  let zeros = zero;
  for (let at: usize = 0; at < BYTES; at += 16) {
    const x = v128.load(ROWS_AT + at);
    zeros = f64x2.add(zeros, f64x2.mul(x, zero));
    v128.store(ROWS_AT + at, f64x2.div(f64x2.sub(x, means), scales));
  }
  return lanes(zeros);
}
