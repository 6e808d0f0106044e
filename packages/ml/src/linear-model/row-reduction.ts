import { BLOCK, dot } from "./block-sum.js";

/**
 * The upper triangle R of a table Q R, which has all that least squares needs of its rows. Products of two columns, which would
 * cost half of the digits, are not formed. Rows come in blocks; each block is rotated into R by Householder
 * reflections, and the memory does not grow with the rows.
 * @see Demmel, Grigori, Hoemmen, Langou (2012), Communication-optimal parallel and sequential QR and LU factorizations
 */
export class RowReduction {
  /** Number of columns. */
  readonly order: number;
  readonly #triangle: Float64Array;
  readonly #block: readonly Float64Array[];

  constructor(order: number) {
    this.order = order;
    this.#triangle = new Float64Array(order * order);
    this.#block = Array.from({ length: order }, () => new Float64Array(BLOCK));
  }

  /**
   * Adds n rows.
   * @param copyRows writes the cells of column k in the rows from start to end, end excluded, to the beginning of `into`
   */
  addRows(n: number, copyRows: (k: number, start: number, end: number, into: Float64Array) => void): void {
    for (let start = 0; start < n; start += BLOCK) {
      const end = Math.min(start + BLOCK, n);
      this.#block.forEach((column, k) => {
        copyRows(k, start, end, column);
      });
      this.#rotate(end - start);
    }
  }

  /** Adds one row for each of these p numbers: the number in its own column, 0 in the others. */
  addDiagonal(diagonal: Float64Array): void {
    for (let start = 0; start < diagonal.length; start += BLOCK) {
      const length = Math.min(BLOCK, diagonal.length - start);
      for (const column of this.#block) column.fill(0, 0, length);
      for (let i = 0; i < length; i++) {
        const column = this.#block[start + i];
        if (column !== undefined) column[i] = diagonal[start + i] ?? 0;
      }
      this.#rotate(length);
    }
  }

  /** One column of R, `order` numbers, multiplied by a factor. */
  column(j: number, factor: number): Float64Array {
    return Float64Array.from(
      { length: this.order },
      (_, i) => (this.#triangle[i * this.order + j] ?? 0) * factor,
    );
  }

  #rotate(length: number): void {
    const { order } = this;
    const triangle = this.#triangle;
    this.#block.forEach((v, j) => {
      const squares = dot(v, v, 0, length);
      if (squares === 0) return;
      const pivot = triangle[j * order + j] ?? 0;
      const norm = Math.sqrt(pivot * pivot + squares);
      const first = pivot + (pivot >= 0 ? norm : -norm);
      triangle[j * order + j] = pivot - first;
      const factor = 2 / (first * first + squares);
      for (let k = j + 1; k < order; k++) {
        const column = this.#block[k];
        if (column === undefined) continue;
        const above = triangle[j * order + k] ?? 0;
        const step = factor * (first * above + dot(v, column, 0, length));
        triangle[j * order + k] = above - step * first;
        for (let i = 0; i < length; i++) column[i] = (column[i] ?? 0) - step * (v[i] ?? 0);
      }
    });
  }
}
