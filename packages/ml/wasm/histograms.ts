// AssemblyScript: sums of gradients and hessians by bin, for all columns of a table.

/** Rows of a block: what they need of the gradients stays in the processor's nearest cache. */
const BLOCK: i32 = 1024;
/** Gradient and hessian of each row of a block, as numbers of 64 bits. */
const PAIRS_AT: usize = 0;
/** Bytes for each bin: the sum of gradients, the sum of hessians, the count. */
const BIN_BYTES: usize = 24;
/** Where the place for what follows begins. */
const FREE_AT: usize = 16 * <usize>BLOCK;

/** Where the caller may put its own arrays. */
export function freeAt(): usize {
  return FREE_AT;
}

/**
 * Adds the gradients and hessians of all rows to the histograms.
 * @param gradients 32 bits each, as are the hessians
 * @param bins a byte for each row, one column after the other
 * @param starts 32 bits for each column: where its histogram starts, in bytes
 */
export function addAll(
  n: i32,
  nColumns: i32,
  gradients: usize,
  hessians: usize,
  bins: usize,
  starts: usize,
  histograms: usize,
): void {
  for (let first: i32 = 0; first < n; first += BLOCK) {
    const count = min(BLOCK, n - first);
    for (let i: i32 = 0; i < count; i++) {
      setPair(i, gradients, hessians, <usize>(first + i));
    }
    for (let j: i32 = 0; j < nColumns; j++) {
      const column = bins + <usize>j * <usize>n + <usize>first;
      const sums = histograms + <usize>load<u32>(starts + 4 * <usize>j);
      for (let i: i32 = 0; i < count; i++) {
        const at = sums + BIN_BYTES * <usize>load<u8>(column + <usize>i);
        v128.store(at, f64x2.add(v128.load(at), v128.load(PAIRS_AT + 16 * <usize>i)));
      }
    }
  }
}

/**
 * Adds the gradients and hessians of some rows to the histograms, and counts the rows.
 * @param rows 32 bits for each
 * @param nRows how many of them
 * @param n rows of the table
 */
export function addRows(
  rows: usize,
  nRows: i32,
  n: i32,
  nColumns: i32,
  gradients: usize,
  hessians: usize,
  bins: usize,
  starts: usize,
  histograms: usize,
): void {
  for (let first: i32 = 0; first < nRows; first += BLOCK) {
    const count = min(BLOCK, nRows - first);
    const block = rows + 4 * <usize>first;
    for (let i: i32 = 0; i < count; i++) {
      setPair(i, gradients, hessians, <usize>load<u32>(block + 4 * <usize>i));
    }
    for (let j: i32 = 0; j < nColumns; j++) {
      const column = bins + <usize>j * <usize>n;
      const sums = histograms + <usize>load<u32>(starts + 4 * <usize>j);
      for (let i: i32 = 0; i < count; i++) {
        const row = <usize>load<u32>(block + 4 * <usize>i);
        const at = sums + BIN_BYTES * <usize>load<u8>(column + row);
        v128.store(at, f64x2.add(v128.load(at), v128.load(PAIRS_AT + 16 * <usize>i)));
        store<f64>(at, load<f64>(at, 16) + 1.0, 16);
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function setPair(i: i32, gradients: usize, hessians: usize, row: usize): void {
  const at = PAIRS_AT + 16 * <usize>i;
  store<f64>(at, <f64>load<f32>(gradients + 4 * row));
  store<f64>(at, <f64>load<f32>(hessians + 4 * row), 8);
}
