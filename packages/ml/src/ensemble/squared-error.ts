import type { Loss } from "./loss.js";
import { weightedMean } from "./weighted-mean.js";

/** Half of the squared error. */
export const squaredError: Loss = {
  treesPerIteration: 1,
  hasConstantHessian: true,
  baseline: ({ y, weights }) => [weightedMean(y, weights)],
  derivatives({ y, weights }, [raw = y], [gradients], [hessians]) {
    if (gradients === undefined || hessians === undefined) return;
    if (weights === undefined) {
      for (let i = 0; i < y.length; i++) gradients[i] = (raw[i] ?? 0) - (y[i] ?? 0);
      return;
    }
    for (let i = 0; i < y.length; i++) {
      gradients[i] = (weights[i] ?? 0) * ((raw[i] ?? 0) - (y[i] ?? 0));
      hessians[i] = weights[i] ?? 0;
    }
  },
  ofRow: (y, [raw], row) => 0.5 * ((raw?.[row] ?? 0) - y) ** 2,
};
