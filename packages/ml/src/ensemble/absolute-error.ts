import { argsort } from "./argsort.js";
import type { Loss } from "./loss.js";

/** The absolute error. Its trees are grown by the sign of the error, and their leaves predict the median of it. */
export const absoluteError: Loss = {
  treesPerIteration: 1,
  hasConstantHessian: true,
  baseline: ({ y, weights }) => [bestConstant(y, weights)],
  derivatives({ y, weights }, [raw = y], [gradients], [hessians]) {
    if (gradients === undefined || hessians === undefined) return;
    for (let i = 0; i < y.length; i++) {
      const weight = weights?.[i] ?? 1;
      gradients[i] = (raw[i] ?? 0) > (y[i] ?? 0) ? weight : -weight;
      if (weights !== undefined) hessians[i] = weight;
    }
  },
  ofRow: (y, [raw], row) => Math.abs((raw?.[row] ?? 0) - y),
  leafValue({ y, weights }, raw, rows) {
    const errors = Float64Array.from(rows, (row) => (y[row] ?? 0) - (raw[row] ?? 0));
    return bestConstant(errors, weights && Float64Array.from(rows, (row) => weights[row] ?? 0));
  },
};

/** The constant with the least absolute error: the median; of weighted values, the first at which half of the weight is reached. */
function bestConstant(values: Float64Array, weights: Float64Array | undefined): number {
  if (weights === undefined) {
    const sorted = values.slice().sort();
    const half = sorted.length >> 1;
    const upper = sorted[half] ?? Number.NaN;
    return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
  }
  const order = argsort(values);
  const total = order.reduce((sum, i) => sum + (weights[i] ?? 0), 0);
  let sum = 0;
  for (const i of order) {
    sum += weights[i] ?? 0;
    if (sum >= 0.5 * total && sum > 0) return values[i] ?? Number.NaN;
  }
  return values[order.at(-1) ?? 0] ?? Number.NaN;
}
