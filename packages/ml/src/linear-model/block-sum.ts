/**
 * Number of rows that are summed plainly before their sum is added to a compensated one: the rounding error then does
 * not grow with the number of rows, and a block of two columns fits into the processor's cache.
 */
export const BLOCK = 1024;

/**
 * Σ over n rows as the compensated sum of blocks. Up to `BLOCK` rows it is the plain sum.
 * @param sumOfBlock the sum of the rows from start to end, end excluded
 * @see Neumaier (1974), ZAMM 54:39–51; Higham (2002), Accuracy and Stability of Numerical Algorithms, 4.2 and 4.3
 */
export function blockSum(n: number, sumOfBlock: (start: number, end: number) => number): number {
  const total = new CompensatedSums(1);
  for (let start = 0; start < n; start += BLOCK) total.add(0, sumOfBlock(start, Math.min(start + BLOCK, n)));
  return total.value(0);
}

/** Sums that each keep the rounding error of their additions (Neumaier). */
export class CompensatedSums {
  readonly #sums: Float64Array;
  readonly #lost: Float64Array;

  constructor(count: number) {
    this.#sums = new Float64Array(count);
    this.#lost = new Float64Array(count);
  }

  add(index: number, value: number): void {
    const before = this.#sums[index] ?? 0;
    const after = before + value;
    const lost = Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before;
    this.#sums[index] = after;
    this.#lost[index] = (this.#lost[index] ?? 0) + lost;
  }

  value(index: number): number {
    return (this.#sums[index] ?? 0) + (this.#lost[index] ?? 0);
  }
}

/** Σ a[i] · b[i − offset] for i from start to end, end excluded. */
export function dot(a: Float64Array, b: Float64Array, start: number, end: number, offset = 0): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += (a[i] ?? 0) * (b[i - offset] ?? 0);
  return sum;
}
