import { pairwiseSum } from "../pairwise-sum.js";
import type { BinnedTable } from "./binned-table.js";
import { BIN_SIZE, type Histograms } from "./histogram-layout.js";
import type { NodeSums } from "./split.js";

/** The sums of all rows, from the histogram of the first column, rounded as scikit-learn rounds them. */
export function rootSums(
  histograms: Histograms,
  { columns: [column], nRows }: BinnedTable,
  maxBins: number,
  hasConstantHessian: boolean,
): NodeSums {
  const nBins = column?.nBins ?? 0;
  const sumOf = (part: number): number => {
    // Missing values have the last of maxBins + 1 bins there, whatever the number of bins before it.
    const sums = new Float64Array(maxBins + 1);
    for (let bin = 0; bin < nBins; bin++) sums[bin] = histograms[BIN_SIZE * bin + part] ?? 0;
    sums[maxBins] = histograms[BIN_SIZE * nBins + part] ?? 0;
    return pairwiseSum(sums);
  };
  return { gradients: sumOf(0), hessians: hasConstantHessian ? nRows : sumOf(1), count: nRows };
}
