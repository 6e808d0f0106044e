import type { Fold } from "./splitter.js";

/**
 * The folds of rows that are each tested once.
 * @param foldOfRow the fold in which each row is tested, from 0 to nSplits − 1
 * @returns nSplits folds, their rows ascending
 */
export function foldsOfRows(foldOfRow: ArrayLike<number>, nSplits: number): Fold[] {
  const n = foldOfRow.length;
  const sizes = new Uint32Array(nSplits);
  for (let row = 0; row < n; row++) {
    const fold = foldOfRow[row] ?? 0;
    sizes[fold] = (sizes[fold] ?? 0) + 1;
  }
  return Array.from(sizes, (size, fold) => {
    const train = new Uint32Array(n - size);
    const test = new Uint32Array(size);
    let [trainEnd, testEnd] = [0, 0];
    for (let row = 0; row < n; row++) {
      if (foldOfRow[row] === fold) test[testEnd++] = row;
      else train[trainEnd++] = row;
    }
    return { train, test };
  });
}

/**
 * The folds of rows whose groups are each tested once.
 * @param groups the group of each row, from 0
 * @param foldOfGroup the fold in which each group is tested, from 0 to nSplits − 1
 * @returns as `foldsOfRows` does
 */
export function foldsOfGroups(groups: Int32Array, foldOfGroup: Uint32Array, nSplits: number): Fold[] {
  const foldOfRow = new Uint32Array(groups.length);
  for (let row = 0; row < groups.length; row++) foldOfRow[row] = foldOfGroup[groups[row] ?? 0] ?? 0;
  return foldsOfRows(foldOfRow, nSplits);
}

/**
 * Sizes of k parts of n things that differ by at most 1, the larger ones first.
 * @see numpy, array_split
 */
export function partSizes(n: number, k: number): number[] {
  return Array.from({ length: k }, (_, part) => Math.floor(n / k) + (part < n % k ? 1 : 0));
}
