import type { Labels } from "../labels.js";
import { meanAndDeviation } from "../pairwise-sum.js";
import { encodeGroups } from "./encode-groups.js";
import { requireFoldCount, shuffling } from "./fold-options.js";
import { foldsOfGroups } from "./folds-of-rows.js";
import { lightestBalancedFold } from "./lightest-balanced-fold.js";
import type { RandomState } from "./random-state.js";
import { countRows, requireAsManyAsFolds } from "./rows-to-split.js";
import type { Fold, RowsToSplit, Splitter } from "./splitter.js";
import { stratifiedClasses } from "./stratified-classes.js";
import type { StratifiedFoldOptions } from "./stratified-k-fold.js";

/**
 * k folds in which no group is on both sides, and which keep the proportions of the classes as well as the groups allow. The
 * groups with the most unequal classes are assigned first, each to the fold where the proportions then differ least.
 * @see scikit-learn, model_selection.StratifiedGroupKFold
 */
export class StratifiedGroupKFold implements Splitter {
  readonly nSplits: number;
  readonly #random: () => RandomState | undefined;
  readonly #onWarning: ((warning: string) => void) | undefined;

  /** @throws {InvalidParameterError} when nSplits or the seed is out of range, or there is a seed but no shuffling */
  constructor(options: StratifiedFoldOptions = {}) {
    this.nSplits = requireFoldCount(options.nSplits);
    this.#random = shuffling(options);
    this.#onWarning = options.onWarning;
  }

  /**
   * The folds.
   * @throws {ShapeError} when the number of rows is 0, or not the same for all inputs
   * @throws {InvalidParameterError} when y holds fractions, every class has fewer rows than there are folds, or there are fewer
   *   groups than folds
   * @throws {NotFiniteError} when a group is NaN or infinite
   */
  split(rows: RowsToSplit & { readonly y: Labels; readonly groups: Labels }): Fold[] {
    const { nSplits } = this;
    requireAsManyAsFolds(nSplits, countRows("StratifiedGroupKFold", rows), "rows");
    const classes = stratifiedClasses("StratifiedGroupKFold", nSplits, rows.y, this.#onWarning);
    const groups = encodeGroups("StratifiedGroupKFold", nSplits, rows.groups);
    const countsOfGroup = Array.from(
      { length: groups.nGroups },
      () => new Float64Array(classes.counts.length),
    );
    for (let row = 0; row < groups.codes.length; row++) {
      const counts = countsOfGroup[groups.codes[row] ?? 0];
      const code = classes.codes[row] ?? 0;
      if (counts) counts[code] = (counts[code] ?? 0) + 1;
    }
    const foldOfGroup = new Uint32Array(groups.nGroups);
    const countsOfFold = Array.from({ length: nSplits }, () => new Float64Array(classes.counts.length));
    for (const group of mostUnequalFirst(countsOfGroup, this.#random())) {
      const counts = countsOfGroup[group] ?? new Float64Array();
      const fold = lightestBalancedFold(countsOfFold, classes.counts, counts);
      foldOfGroup[group] = fold;
      const total = countsOfFold[fold];
      counts.forEach((count, code) => {
        if (total) total[code] = (total[code] ?? 0) + count;
      });
    }
    return foldsOfGroups(groups.codes, foldOfGroup, nSplits);
  }
}

/** The groups by the deviation of their classes' counts, descending; equal ones in order, or in random order. */
function mostUnequalFirst(countsOfGroup: readonly Float64Array[], random: RandomState | undefined): number[] {
  const order = random?.permutation(countsOfGroup.length) ?? countsOfGroup.keys();
  const deviations = countsOfGroup.map((counts) => meanAndDeviation(counts).std);
  return Array.from(order).sort((a, b) => (deviations[b] ?? 0) - (deviations[a] ?? 0));
}
