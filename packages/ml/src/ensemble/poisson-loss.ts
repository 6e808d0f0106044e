import type { Loss } from "./loss.js";
import { weightedMean } from "./weighted-mean.js";

/** Half of the Poisson deviance, without its constant part. The raw prediction is the logarithm of the mean. */
export const poissonLoss: Loss = {
  treesPerIteration: 1,
  hasConstantHessian: false,
  baseline: ({ y, weights }) => [Math.log(Math.max(weightedMean(y, weights), 10 * Number.EPSILON))],
  derivatives({ y, weights }, [raw = y], [gradients], [hessians]) {
    if (gradients === undefined || hessians === undefined) return;
    for (let i = 0; i < y.length; i++) {
      const mean = Math.exp(raw[i] ?? 0);
      const weight = weights?.[i] ?? 1;
      gradients[i] = weight * (mean - (y[i] ?? 0));
      hessians[i] = weight * mean;
    }
  },
  ofRow: (y, [raw], row) => Math.exp(raw?.[row] ?? 0) - y * (raw?.[row] ?? 0),
};
