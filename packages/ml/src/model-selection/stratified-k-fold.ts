import type { Labels } from "../labels.js";
import { type FoldOptions, requireFoldCount, shuffling } from "./fold-options.js";
import { foldsOfRows } from "./folds-of-rows.js";
import type { RandomState } from "./random-state.js";
import { countRows, requireAsManyAsFolds } from "./rows-to-split.js";
import type { Fold, RowsToSplit, Splitter } from "./splitter.js";
import { type StratifiedClasses, stratifiedClasses } from "./stratified-classes.js";

/** Options of the splitters that keep the proportions of the classes. */
export interface StratifiedFoldOptions extends FoldOptions {
  /** Receives a warning where a class has fewer rows than there are folds. Default: none. */
  readonly onWarning?: (warning: string) => void;
}

/**
 * k folds that keep the proportions of the classes: each row is tested once, and for each class the folds' numbers of rows
 * differ by at most 1.
 * @see scikit-learn, model_selection.StratifiedKFold
 */
export class StratifiedKFold implements Splitter {
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
   * @throws {InvalidParameterError} when y holds fractions, or every class has fewer rows than there are folds
   */
  split(rows: RowsToSplit & { readonly y: Labels }): Fold[] {
    const n = countRows("StratifiedKFold", rows);
    requireAsManyAsFolds(this.nSplits, n, "rows");
    const { codes, counts } = stratifiedClasses("StratifiedKFold", this.nSplits, rows.y, this.#onWarning);
    return foldsOfRows(assignRows({ codes, counts }, this.nSplits, this.#random()), this.nSplits);
  }
}

/** The fold of each row. */
function assignRows(
  { codes, counts }: StratifiedClasses,
  nSplits: number,
  random: RandomState | undefined,
): Uint32Array {
  const blocks: Uint32Array[] = Array.from(counts, () => new Uint32Array(0));
  // Places 0, 1, … of the rows sorted by class go to folds 0, 1, … in turn; the classes in the order in which they appear.
  let first = 0;
  for (const code of inOrderOfAppearance(codes, counts.length)) {
    const count = counts[code] ?? 0;
    const block = new Uint32Array(count);
    let end = 0;
    for (let fold = 0; fold < nSplits; fold++) {
      const size = placesOfFold(first + count, fold, nSplits) - placesOfFold(first, fold, nSplits);
      block.fill(fold, end, end + size);
      end += size;
    }
    random?.shuffle(block);
    blocks[code] = block;
    first += count;
  }
  const used = new Uint32Array(counts.length);
  const foldOfRow = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    const position = used[code] ?? 0;
    used[code] = position + 1;
    foldOfRow[row] = blocks[code]?.[position] ?? 0;
  }
  return foldOfRow;
}

/** How many of the places 0 to end − 1 go to this fold. */
function placesOfFold(end: number, fold: number, nSplits: number): number {
  return Math.ceil(Math.max(0, end - fold) / nSplits);
}

function inOrderOfAppearance(codes: Int32Array, nClasses: number): Set<number> {
  const seen = new Set<number>();
  for (let row = 0; row < codes.length && seen.size < nClasses; row++) seen.add(codes[row] ?? 0);
  return seen;
}
