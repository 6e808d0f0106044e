import { type FoldOptions, requireFoldCount, shuffling } from "./fold-options.js";
import { foldsOfRows, partSizes } from "./folds-of-rows.js";
import type { RandomState } from "./random-state.js";
import { countRows, requireAsManyAsFolds } from "./rows-to-split.js";
import type { Fold, RowsToSplit, Splitter } from "./splitter.js";

/**
 * k folds of consecutive rows, or of random ones with `shuffle`: each row is tested once, and the folds' sizes differ by at
 * most 1.
 *
 * @example
 * for (const { train, test } of new KFold({ nSplits: 5, shuffle: true, randomState: 0 }).split({ x })) …
 *
 * @see scikit-learn, model_selection.KFold
 */
export class KFold implements Splitter {
  readonly nSplits: number;
  readonly #random: () => RandomState | undefined;

  /** @throws {InvalidParameterError} when nSplits or the seed is out of range, or there is a seed but no shuffling */
  constructor(options: FoldOptions = {}) {
    this.nSplits = requireFoldCount(options.nSplits);
    this.#random = shuffling(options);
  }

  /**
   * The folds.
   * @throws {ShapeError} when the number of rows is unknown, 0, or not the same for all inputs
   * @throws {InvalidParameterError} when there are fewer rows than folds
   */
  split(rows: RowsToSplit): Fold[] {
    const n = countRows("KFold", rows);
    requireAsManyAsFolds(this.nSplits, n, "rows");
    const order = this.#random()?.permutation(n);
    const foldOfRow = new Uint32Array(n);
    let at = 0;
    partSizes(n, this.nSplits).forEach((size, fold) => {
      for (const end = at + size; at < end; at++) foldOfRow[order?.[at] ?? at] = fold;
    });
    return foldsOfRows(foldOfRow, this.nSplits);
  }
}
