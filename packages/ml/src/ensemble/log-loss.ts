import { log1pExp } from "../linear-model/logistic.js";
import type { Loss } from "./loss.js";
import { weightedMean } from "./weighted-mean.js";

/** Log loss of two classes. The raw prediction is the log-odds of the second. */
export const binaryLogLoss: Loss = {
  treesPerIteration: 1,
  hasConstantHessian: false,
  baseline({ y, weights }) {
    return [logit(clip(weightedMean(y, weights), 10 * Number.EPSILON))];
  },
  derivatives({ y, weights }, [raw = y], [gradients], [hessians]) {
    if (gradients === undefined || hessians === undefined) return;
    for (let i = 0; i < y.length; i++) {
      const logOdds = raw[i] ?? 0;
      const label = y[i] ?? 0;
      const weight = weights?.[i] ?? 1;
      // Below −37, eˣ is the probability to the last digit, and e⁻ˣ would overflow further on.
      const e = Math.exp(logOdds > -37 ? -logOdds : logOdds);
      gradients[i] = weight * (logOdds > -37 ? (1 - label - label * e) / (1 + e) : e - label);
      hessians[i] = weight * (logOdds > -37 ? e / ((1 + e) * (1 + e)) : e);
    }
  },
  ofRow: (y, [raw], row) => log1pExp(raw?.[row] ?? 0) - y * (raw?.[row] ?? 0),
};

/** Log loss of k classes. Softmax of the k raw predictions are the probabilities. */
export function multinomialLogLoss(nClasses: number): Loss {
  const classes = Array.from({ length: nClasses }, (_, k) => k);
  const exponentials = new Float64Array(nClasses);
  return {
    treesPerIteration: nClasses,
    hasConstantHessian: false,
    baseline({ y, weights }) {
      const shares = classes.map((k) => {
        const marks = y.map((label) => (label === k ? 1 : 0));
        return clip(weightedMean(marks, weights), Number.EPSILON);
      });
      const geometricMean = Math.exp(shares.reduce((sum, share) => sum + Math.log(share), 0) / nClasses);
      return shares.map((share) => Math.log(share / geometricMean));
    },
    derivatives({ y, weights }, raw, gradients, hessians) {
      for (let i = 0; i < y.length; i++) {
        const { sum } = fillExponentials(exponentials, raw, i);
        const weight = weights?.[i] ?? 1;
        for (let k = 0; k < nClasses; k++) {
          const probability = (exponentials[k] ?? 0) / sum;
          const gradient = gradients[k];
          const hessian = hessians[k];
          if (gradient) gradient[i] = (probability - (y[i] === k ? 1 : 0)) * weight;
          if (hessian) hessian[i] = probability * (1 - probability) * weight;
        }
      }
    },
    ofRow(y, raw, row) {
      const { sum, max } = fillExponentials(exponentials, raw, row);
      return Math.log(sum) + max - (raw[y]?.[row] ?? 0);
    },
  };
}

/** The exponential of each raw prediction less the greatest of them: no overflow. */
function fillExponentials(
  exponentials: Float64Array,
  raw: readonly Float64Array[],
  row: number,
): { sum: number; max: number } {
  let max = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < raw.length; k++) max = Math.max(max, raw[k]?.[row] ?? 0);
  let sum = 0;
  for (let k = 0; k < raw.length; k++) {
    const e = Math.exp((raw[k]?.[row] ?? 0) - max);
    exponentials[k] = e;
    sum += e;
  }
  return { sum, max };
}

/** @see scipy, special.logit */
function logit(share: number): number {
  if (share < 0.3 || share > 0.65) return Math.log(share / (1 - share));
  const distance = 2 * (share - 0.5);
  return Math.log1p(distance) - Math.log1p(-distance);
}

function clip(share: number, margin: number): number {
  return Math.min(Math.max(share, margin), 1 - margin);
}
