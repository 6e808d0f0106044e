import type { StoredTree } from "./tree-schema.js";

/** The number of words of 32 bits that hold a set of up to 255 categories. */
const WORDS = 8;

/** A tree that predicts. */
export class Tree {
  readonly #feature: Int32Array;
  readonly #value: Float64Array;
  readonly #right: Uint32Array;
  readonly #missingLeft: Uint8Array;
  /** For each node, where its set of categories starts; −1 for a split by numbers. */
  readonly #categories: Int32Array;
  readonly #leftCategories: Uint32Array;

  /** @param isCategorical of each column */
  constructor(stored: StoredTree, isCategorical: readonly boolean[]) {
    this.#feature = Int32Array.from(stored.feature);
    this.#value = Float64Array.from(stored.value, (value) => value ?? Number.POSITIVE_INFINITY);
    this.#right = Uint32Array.from(stored.right);
    this.#missingLeft = Uint8Array.from(stored.missingLeft);
    this.#categories = Int32Array.from(stored.feature, (feature, node) =>
      isCategorical[feature] === true ? WORDS * (stored.value[node] ?? 0) : -1,
    );
    this.#leftCategories = new Uint32Array(WORDS * stored.leftCategories.length);
    stored.leftCategories.forEach((categories, set) => {
      for (const category of categories) {
        const word = WORDS * set + (category >> 5);
        this.#leftCategories[word] = (this.#leftCategories[word] ?? 0) | (1 << (category & 31));
      }
    });
  }

  /**
   * Adds the value of each row's leaf to the sums.
   * @param cells row after row, `width` numbers each; NaN for missing
   * @param start of the rows in `sums`
   */
  addTo(sums: Float64Array, cells: Float64Array, width: number, start: number, nRows: number): void {
    for (let i = 0; i < nRows; i++) {
      sums[start + i] = (sums[start + i] ?? 0) + (this.#value[this.#leafOf(cells, i * width)] ?? 0);
    }
  }

  #leafOf(cells: Float64Array, row: number): number {
    const features = this.#feature;
    let node = 0;
    for (let feature = features[0] ?? -1; feature >= 0; feature = features[node] ?? -1) {
      const cell = cells[row + feature] ?? Number.NaN;
      const set = this.#categories[node] ?? -1;
      const isLeft = Number.isNaN(cell)
        ? this.#missingLeft[node] === 1
        : set < 0
          ? cell <= (this.#value[node] ?? 0)
          : ((this.#leftCategories[set + (cell >> 5)] ?? 0) & (1 << (cell & 31))) !== 0;
      node = isLeft ? node + 1 : (this.#right[node] ?? 0);
    }
    return node;
  }
}
