import { BIN_SIZE, type Histograms } from "./histogram-layout.js";
import type { SplitCandidate } from "./numeric-split.js";
import { MIN_HESSIAN, type NodeSums, nodeValue, type Split, type SplitLimits, splitAt } from "./split.js";

/** A category of fewer rows goes right; also the number of rows by which a category's mean is smoothed. */
const MIN_CAT_SUPPORT = 10;

interface Category {
  readonly bin: number;
  readonly gradients: number;
  readonly hessians: number;
  readonly count: number;
  readonly value: number;
}

/**
 * The best split of a node by a column of categories, if it gains more than `best`. The categories are sorted by their
 * gradient; the first or the last ones, at most half of them, go left. Missing values are one more category.
 * @param value of the node, before the learning rate
 * @see scikit-learn, ensemble/_hist_gradient_boosting/splitting.pyx, _find_best_bin_to_split_category
 * @see Fisher (1958), On Grouping for Maximum Homogeneity
 */
export function categorySplit(
  candidate: SplitCandidate,
  histograms: Histograms,
  total: NodeSums,
  value: number,
  limits: SplitLimits,
  best: Split | undefined,
): Split | undefined {
  const sorted = sortedCategories(candidate, histograms, total, limits);
  if (sorted.length <= 1) return best;
  const half = Math.floor((sorted.length + 1) / 2);
  const missingBin = candidate.column.nBins;
  const loss = total.gradients * value;
  const fromFirst = scan(sorted.slice(0, half), candidate.feature, missingBin, total, loss, limits, best);
  return scan(
    sorted.reverse().slice(0, half - 1),
    candidate.feature,
    missingBin,
    total,
    loss,
    limits,
    fromFirst,
  );
}

function sortedCategories(
  { column: { nBins, hasMissing }, start }: SplitCandidate,
  histograms: Histograms,
  total: NodeSums,
  { hasConstantHessian }: SplitLimits,
): Category[] {
  const categories: Category[] = [];
  const rowsPerHessian = total.count / total.hessians;
  for (let bin = 0; bin < nBins + (hasMissing ? 1 : 0); bin++) {
    const at = start + BIN_SIZE * bin;
    const gradients = histograms[at] ?? 0;
    const count = histograms[at + 2] ?? 0;
    const hessians = hasConstantHessian ? count : (histograms[at + 1] ?? 0);
    if (hessians * rowsPerHessian < MIN_CAT_SUPPORT) continue;
    categories.push({ bin, gradients, hessians, count, value: gradients / (hessians + MIN_CAT_SUPPORT) });
  }
  return mergeSort(categories);
}

/** The first categories go left: one of them, two of them, and so on. */
function scan(
  categories: readonly Category[],
  feature: number,
  missingBin: number,
  total: NodeSums,
  loss: number,
  { minSamplesLeaf, l2Regularization }: SplitLimits,
  best: Split | undefined,
): Split | undefined {
  let found = best;
  let [gradients, hessians, count] = [0, 0, 0];
  for (const [i, category] of categories.entries()) {
    gradients += category.gradients;
    hessians += category.hessians;
    count += category.count;
    const otherGradients = total.gradients - gradients;
    const otherHessians = total.hessians - hessians;
    if (count < minSamplesLeaf || hessians < MIN_HESSIAN) continue;
    if (total.count - count < minSamplesLeaf || otherHessians < MIN_HESSIAN) break;
    const side = nodeValue(gradients, hessians, l2Regularization) * gradients;
    const otherSide = nodeValue(otherGradients, otherHessians, l2Regularization) * otherGradients;
    const gain = loss - side - otherSide;
    if (gain <= (found?.gain ?? 0)) continue;
    const leftBins = categories.slice(0, i + 1).map(({ bin }) => bin);
    const missingGoesLeft = leftBins.includes(missingBin);
    found = splitAt(
      total,
      { gradients, hessians, count },
      { gain, feature, bin: 0, leftBins, missingGoesLeft },
    );
  }
  return found;
}

/** Ascending by value. Equal ones in the order in which glibc's qsort leaves them when its comparison says that neither is less. */
function mergeSort(categories: Category[]): Category[] {
  if (categories.length < 2) return categories;
  const half = categories.length >> 1;
  const low = mergeSort(categories.slice(0, half));
  const high = mergeSort(categories.slice(half));
  const merged: Category[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [a, b] = [low[i], high[j]];
    if (a === undefined || b === undefined) return [...merged, ...low.slice(i), ...high.slice(j)];
    if (a.value < b.value) {
      merged.push(a);
      i++;
    } else {
      merged.push(b);
      j++;
    }
  }
}
