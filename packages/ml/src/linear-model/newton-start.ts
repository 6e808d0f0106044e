import { type Cholesky, cholesky } from "./cholesky.js";
import type { LossPoint } from "./logistic-loss.js";
import type { NewtonObjective } from "./newton.js";

/** A point to begin with, and the steps that led to it. */
export interface NewtonStart {
  readonly point: LossPoint;
  readonly nIter: number;
}

/** The most steps with the sample's Hessian, and by how much each must shorten the next. */
const MOST_STEPS = 8;
const SHORTER = 1 / 4;

/**
 * A start from the optimum of a sample of the rows. Where the Hessian is most of the work, steps over all rows with the
 * sample's come first, as long as they converge quickly.
 * @param sample the loss at the optimum of the sample, and the steps it took
 * @param isFlat whether this share of the derivatives at a point is as small as asked for
 * @returns undefined where the sample's optimum is no better for all rows than coefficients of 0
 */
export function newtonStart(
  { evaluate, lossAtZero, hasCostlyHessian }: NewtonObjective,
  sample: NewtonStart,
  isFlat: (point: LossPoint, share: number) => boolean,
): NewtonStart | undefined {
  let point = evaluate(sample.point.parameters);
  if (!(point.loss < lossAtZero)) return undefined;
  let { nIter } = sample;
  const p = point.parameters.length;
  const factor = hasCostlyHessian ? cholesky(sample.point.hessian(), p) : undefined;
  if (factor === undefined) return { point, nIter };
  let ratio = SHORTER;
  for (let k = 0; k < MOST_STEPS && !isFlat(point, 1); k++) {
    const step = factor.solve(point.gradient);
    const parameters = point.parameters.map((value, j) => value - (step[j] ?? 0));
    // The last of these steps ends where the Hessian is needed.
    const next = evaluate(parameters, isFlat(point, ratio));
    nIter++;
    ratio = Math.sqrt(steepness(next, factor) / steepness(point, factor));
    if (!(ratio < 1)) break;
    point = next;
    if (ratio > SHORTER) break;
  }
  return { point, nIter };
}

/** gᵀ H⁻¹ g of the gradient g, independent of the columns' units; twice the loss that a Newton step expects to gain. */
export function steepness({ gradient }: LossPoint, factor: Cholesky): number {
  const step = factor.solve(gradient);
  return gradient.reduce((sum, value, j) => sum + value * (step[j] ?? 0), 0);
}
