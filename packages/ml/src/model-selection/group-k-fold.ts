import type { Labels } from "../labels.js";
import { encodeGroups } from "./encode-groups.js";
import { type FoldOptions, requireFoldCount, shuffling } from "./fold-options.js";
import { foldsOfGroups, partSizes } from "./folds-of-rows.js";
import type { RandomState } from "./random-state.js";
import { countRows, requireAsManyAsFolds } from "./rows-to-split.js";
import type { Fold, RowsToSplit, Splitter } from "./splitter.js";

/**
 * k folds in which no group (a patient, a household, a machine) is on both sides. Without `shuffle` each group, the largest
 * first, goes to the fold with the fewest rows; with it, random groups are divided into folds of equally many groups.
 * @see scikit-learn, model_selection.GroupKFold
 */
export class GroupKFold implements Splitter {
  readonly nSplits: number;
  readonly #random: () => RandomState | undefined;

  /** @throws {InvalidParameterError} when nSplits or the seed is out of range, or there is a seed but no shuffling */
  constructor(options: FoldOptions = {}) {
    this.nSplits = requireFoldCount(options.nSplits);
    this.#random = shuffling(options);
  }

  /**
   * The folds.
   * @throws {ShapeError} when the number of rows is 0, or not the same for all inputs
   * @throws {InvalidParameterError} when there are fewer groups than folds
   * @throws {NotFiniteError} when a group is NaN or infinite
   */
  split(rows: RowsToSplit & { readonly groups: Labels }): Fold[] {
    requireAsManyAsFolds(this.nSplits, countRows("GroupKFold", rows), "rows");
    const { codes, nGroups } = encodeGroups("GroupKFold", this.nSplits, rows.groups);
    const order = this.#random()?.permutation(nGroups);
    const foldOfGroup =
      order === undefined ? lightestFolds(codes, nGroups, this.nSplits) : equalParts(order, this.nSplits);
    return foldsOfGroups(codes, foldOfGroup, this.nSplits);
  }
}

function equalParts(order: Uint32Array, nSplits: number): Uint32Array {
  const foldOfGroup = new Uint32Array(order.length);
  let at = 0;
  partSizes(order.length, nSplits).forEach((size, fold) => {
    for (const end = at + size; at < end; at++) foldOfGroup[order[at] ?? 0] = fold;
  });
  return foldOfGroup;
}

function lightestFolds(codes: Int32Array, nGroups: number, nSplits: number): Uint32Array {
  const sizes = new Uint32Array(nGroups);
  for (const group of codes) sizes[group] = (sizes[group] ?? 0) + 1;
  // Of groups of equal size the last one comes first: numpy's stable order, reversed.
  const bySize = Uint32Array.from(sizes.keys()).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || b - a);
  const rowsOfFold = new Float64Array(nSplits);
  const foldOfGroup = new Uint32Array(nGroups);
  for (const group of bySize) {
    let lightest = 0;
    for (let fold = 1; fold < nSplits; fold++) {
      if ((rowsOfFold[fold] ?? 0) < (rowsOfFold[lightest] ?? 0)) lightest = fold;
    }
    rowsOfFold[lightest] = (rowsOfFold[lightest] ?? 0) + (sizes[group] ?? 0);
    foldOfGroup[group] = lightest;
  }
  return foldOfGroup;
}
