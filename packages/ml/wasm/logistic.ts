// AssemblyScript: the passes over blocks of rows of `LogisticRegression`. The caller lays out the memory.
import { addToSum, lanes, placeSums } from "./compensated-sums";
import { expNegative, log1pUnit } from "./exp-log";

/** Rows of a block, and numbers from one column to the next: 65 cache lines, since an even number would map all columns to few sets. */
const BLOCK: i32 = 520;
const STRIDE: usize = 8 * <usize>BLOCK;
/** Columns of a tile of the Hessian: 3 × 3 sums of two numbers are held in registers. */
const TILE: i32 = 3;

/** The addresses of inputs and outputs, in bytes. */
let columns: usize = 0;
let count: i32 = 0;
let parameters: usize = 0;
let targets: usize = 0;
let weights: usize = 0;
let residuals: usize = 0;
let curvatures: usize = 0;
let weighted: usize = 0;
let sums: usize = 0;
let lost: usize = 0;

/**
 * Lays out the memory for tables of `padded` columns, the intercept's ones included, a multiple of 3.
 * @returns the bytes of memory needed
 */
export function layOut(padded: i32): i32 {
  count = padded;
  const p = <usize>padded;
  parameters = (__heap_base + 63) & ~63;
  columns = (parameters + 8 * p + 63) & ~63;
  weights = columns + p * STRIDE;
  residuals = weights + STRIDE;
  curvatures = residuals + STRIDE;
  weighted = curvatures + STRIDE;
  targets = weighted + <usize>TILE * STRIDE;
  sums = targets + STRIDE;
  lost = sums + 8 * numberOfSums();
  placeSums(sums, lost);
  return <i32>(lost + 8 * numberOfSums());
}

// Four statistics, the gradient, the Hessian by rows.
function numberOfSums(): usize {
  return 4 + <usize>count + <usize>count * <usize>count;
}

export function blockRows(): i32 {
  return BLOCK;
}
export function columnsAt(): usize {
  return columns;
}
export function parametersAt(): usize {
  return parameters;
}
export function targetsAt(): usize {
  return targets;
}
export function weightsAt(): usize {
  return weights;
}
export function residualsAt(): usize {
  return residuals;
}
export function curvaturesAt(): usize {
  return curvatures;
}
export function sumsAt(): usize {
  return sums;
}
/** Address of the parts that the additions to each sum lost. */
export function lostAt(): usize {
  return lost;
}

/** Sets all sums to 0. */
export function clearSums(): void {
  memory.fill(sums, 0, 16 * numberOfSums());
}

/** Adds the block's loss, residuals, squared residuals, curvature, gradient and, if wanted, Hessian to the sums. */
export function addBlock(intercept: f64, withHessian: bool): void {
  predictLogOdds(intercept);
  addStatistics();
  addGradient();
  if (withHessian) addHessian();
}

/** intercept + Σ parameter · column of each row, added in this order, to `curvatures`. */
export function predictLogOdds(intercept: f64): void {
  for (let at: usize = 0; at < STRIDE; at += 64) {
    let a = f64x2.splat(intercept);
    let b = f64x2.splat(intercept);
    let c = f64x2.splat(intercept);
    let d = f64x2.splat(intercept);
    let column = columns + at;
    for (let j = 0; j < count; j++) {
      const parameter = v128.load_splat<f64>(parameters + 8 * <usize>j);
      a = f64x2.add(a, f64x2.mul(parameter, v128.load(column)));
      b = f64x2.add(b, f64x2.mul(parameter, v128.load(column, 16)));
      c = f64x2.add(c, f64x2.mul(parameter, v128.load(column, 32)));
      d = f64x2.add(d, f64x2.mul(parameter, v128.load(column, 48)));
      column += STRIDE;
    }
    v128.store(curvatures + at, a);
    v128.store(curvatures + at, b, 16);
    v128.store(curvatures + at, c, 32);
    v128.store(curvatures + at, d, 48);
  }
}

/** P(negative class) of each row, to `residuals`, and P(positive class), to `curvatures`. */
export function predictProbabilities(intercept: f64): void {
  predictLogOdds(intercept);
  const one = f64x2.splat(1.0);
  for (let at: usize = 0; at < STRIDE; at += 16) {
    const logOdds = v128.load(curvatures + at);
    const e = expNegative(f64x2.neg(f64x2.abs(logOdds)));
    const greater = f64x2.div(one, f64x2.add(one, e));
    const lesser = f64x2.div(e, f64x2.add(one, e));
    const isPositive = f64x2.ge(logOdds, f64x2.splat(0.0));
    v128.store(residuals + at, v128.bitselect(lesser, greater, isPositive));
    v128.store(curvatures + at, v128.bitselect(greater, lesser, isPositive));
  }
}

/** Log-odds to residuals and curvature of each row, and their sums. */
function addStatistics(): void {
  const zero = f64x2.splat(0.0);
  const one = f64x2.splat(1.0);
  let loss = zero;
  let sumOfResiduals = zero;
  let squares = zero;
  let sumOfCurvatures = zero;
  for (let at: usize = 0; at < STRIDE; at += 16) {
    const logOdds = v128.load(curvatures + at);
    const weight = v128.load(weights + at);
    const codes = v128.load16x4_u(targets + at / 4);
    const target = f64x2.convert_low_i32x4_u(codes);
    // 1 for the negative class, −1 for the positive: away · sign is how far the log-odds are on the wrong side.
    const sign = f64x2.sub(one, f64x2.add(target, target));
    const wrong = f64x2.mul(logOdds, sign);
    const e = expNegative(f64x2.neg(f64x2.abs(logOdds)));
    const greater = f64x2.div(one, f64x2.add(one, e));
    const lesser = f64x2.mul(e, greater);
    const error = f64x2.mul(sign, v128.bitselect(greater, lesser, f64x2.ge(wrong, zero)));
    const residual = f64x2.mul(weight, error);
    const curvature = f64x2.mul(weight, f64x2.mul(greater, lesser));
    loss = f64x2.add(loss, f64x2.mul(weight, f64x2.add(f64x2.max(wrong, zero), log1pUnit(e))));
    sumOfResiduals = f64x2.add(sumOfResiduals, residual);
    squares = f64x2.add(squares, f64x2.mul(residual, error));
    sumOfCurvatures = f64x2.add(sumOfCurvatures, curvature);
    v128.store(residuals + at, residual);
    v128.store(curvatures + at, curvature);
  }
  addToSum(0, lanes(loss));
  addToSum(1, lanes(sumOfResiduals));
  addToSum(2, lanes(squares));
  addToSum(3, lanes(sumOfCurvatures));
}

function addGradient(): void {
  for (let j = 0; j < count; j += TILE) {
    let a = f64x2.splat(0.0);
    let b = f64x2.splat(0.0);
    let c = f64x2.splat(0.0);
    const first = columns + <usize>j * STRIDE;
    for (let at: usize = 0; at < STRIDE; at += 16) {
      const residual = v128.load(residuals + at);
      a = f64x2.add(a, f64x2.mul(residual, v128.load(first + at)));
      b = f64x2.add(b, f64x2.mul(residual, v128.load(first + at, STRIDE)));
      c = f64x2.add(c, f64x2.mul(residual, v128.load(first + at, 2 * STRIDE)));
    }
    addToSum(4 + j, lanes(a));
    addToSum(5 + j, lanes(b));
    addToSum(6 + j, lanes(c));
  }
}

/** Σ curvature · a · b over the rows, for the tiles up to the diagonal. */
function addHessian(): void {
  for (let j = 0; j < count; j += TILE) {
    const first = columns + <usize>j * STRIDE;
    for (let at: usize = 0; at < STRIDE; at += 16) {
      const curvature = v128.load(curvatures + at);
      v128.store(weighted + at, f64x2.mul(curvature, v128.load(first + at)));
      v128.store(weighted + at, f64x2.mul(curvature, v128.load(first + at, STRIDE)), STRIDE);
      v128.store(weighted + at, f64x2.mul(curvature, v128.load(first + at, 2 * STRIDE)), 2 * STRIDE);
    }
    for (let k = 0; k <= j; k += TILE) addTile(j, k);
  }
}

function addTile(j: i32, k: i32): void {
  let aa = f64x2.splat(0.0);
  let ab = f64x2.splat(0.0);
  let ac = f64x2.splat(0.0);
  let ba = f64x2.splat(0.0);
  let bb = f64x2.splat(0.0);
  let bc = f64x2.splat(0.0);
  let ca = f64x2.splat(0.0);
  let cb = f64x2.splat(0.0);
  let cc = f64x2.splat(0.0);
  let left = weighted;
  let right = columns + <usize>k * STRIDE;
  const end = weighted + STRIDE;
  for (; left < end; left += 16, right += 16) {
    const a = v128.load(left);
    const b = v128.load(left, STRIDE);
    const c = v128.load(left, 2 * STRIDE);
    let other = v128.load(right);
    aa = f64x2.add(aa, f64x2.mul(a, other));
    ba = f64x2.add(ba, f64x2.mul(b, other));
    ca = f64x2.add(ca, f64x2.mul(c, other));
    other = v128.load(right, STRIDE);
    ab = f64x2.add(ab, f64x2.mul(a, other));
    bb = f64x2.add(bb, f64x2.mul(b, other));
    cb = f64x2.add(cb, f64x2.mul(c, other));
    other = v128.load(right, 2 * STRIDE);
    ac = f64x2.add(ac, f64x2.mul(a, other));
    bc = f64x2.add(bc, f64x2.mul(b, other));
    cc = f64x2.add(cc, f64x2.mul(c, other));
  }
  const at = 4 + count + j * count + k;
  addToSum(at, lanes(aa));
  addToSum(at + 1, lanes(ab));
  addToSum(at + 2, lanes(ac));
  addToSum(at + count, lanes(ba));
  addToSum(at + count + 1, lanes(bb));
  addToSum(at + count + 2, lanes(bc));
  addToSum(at + 2 * count, lanes(ca));
  addToSum(at + 2 * count + 1, lanes(cb));
  addToSum(at + 2 * count + 2, lanes(cc));
}

/** exp(x) and log1p(exp(x)) of the pair of numbers ≤ 0 at this address, written over them and after them. For tests. */
export function expAndLog1p(at: usize): void {
  const e = expNegative(v128.load(at));
  v128.store(at, e);
  v128.store(at, log1pUnit(e), 16);
}
