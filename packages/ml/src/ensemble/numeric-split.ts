import type { BinnedColumn } from "./binned-table.js";
import { BIN_SIZE, type Histograms } from "./histogram-layout.js";
import { MIN_HESSIAN, type NodeSums, nodeValue, type Split, type SplitLimits, splitAt } from "./split.js";

/** A column to be split, and where its histogram starts. */
export interface SplitCandidate {
  readonly column: BinnedColumn;
  readonly feature: number;
  readonly start: number;
}

/**
 * The best split of a node by a column of numbers, if it gains more than `best`. The bins are scanned from the left, with
 * the missing values on the right, and, where there are any, from the right with the missing values on the left.
 * @param value of the node, before the learning rate
 * @see scikit-learn, ensemble/_hist_gradient_boosting/splitting.pyx, _find_best_bin_to_split_left_to_right
 */
export function numericSplit(
  candidate: SplitCandidate,
  histograms: Histograms,
  total: NodeSums,
  value: number,
  limits: SplitLimits,
  best: Split | undefined,
): Split | undefined {
  const fromLeft = scan(candidate, histograms, total, value, limits, best, false);
  return candidate.column.hasMissing
    ? scan(candidate, histograms, total, value, limits, fromLeft, true)
    : fromLeft;
}

function scan(
  { column: { nBins, hasMissing }, feature, start }: SplitCandidate,
  histograms: Histograms,
  total: NodeSums,
  value: number,
  { minSamplesLeaf, l2Regularization, hasConstantHessian }: SplitLimits,
  best: Split | undefined,
  isFromRight: boolean,
): Split | undefined {
  const loss = total.gradients * value;
  const hessianAt = hasConstantHessian ? 2 : 1;
  const first = isFromRight ? nBins - 1 : 0;
  const step = isFromRight ? -1 : 1;
  const steps = isFromRight || !hasMissing ? nBins - 1 : nBins;
  let bestGain = best?.gain ?? 0;
  let bestBin = -1;
  let [bestGradients, bestHessians, bestCount] = [0, 0, 0];
  // Of the side where the scan began.
  let [gradients, hessians, count] = [0, 0, 0];
  for (let i = 0; i < steps; i++) {
    const at = start + BIN_SIZE * (first + step * i);
    count += histograms[at + 2] ?? 0;
    hessians += histograms[at + hessianAt] ?? 0;
    gradients += histograms[at] ?? 0;
    if (count < minSamplesLeaf) continue;
    if (total.count - count < minSamplesLeaf) break;
    if (hessians < MIN_HESSIAN) continue;
    const otherHessians = total.hessians - hessians;
    if (otherHessians < MIN_HESSIAN) break;
    const otherGradients = total.gradients - gradients;
    const side = nodeValue(gradients, hessians, l2Regularization) * gradients;
    const otherSide = nodeValue(otherGradients, otherHessians, l2Regularization) * otherGradients;
    const gain = isFromRight ? loss - otherSide - side : loss - side - otherSide;
    if (gain > bestGain) {
      bestGain = gain;
      bestBin = first + step * i;
      [bestGradients, bestHessians, bestCount] = [gradients, hessians, count];
    }
  }
  if (bestBin < 0) return best;
  const side = { gradients: bestGradients, hessians: bestHessians, count: bestCount };
  const left = isFromRight ? otherSums(total, side) : side;
  const bin = isFromRight ? bestBin - 1 : bestBin;
  return splitAt(total, left, {
    gain: bestGain,
    feature,
    bin,
    leftBins: undefined,
    missingGoesLeft: isFromRight,
  });
}

function otherSums(total: NodeSums, side: NodeSums): NodeSums {
  return {
    gradients: total.gradients - side.gradients,
    hessians: total.hessians - side.hessians,
    count: total.count - side.count,
  };
}
