/** What is to be predicted. */
export interface Target {
  /** n numbers, or positions of classes. */
  readonly y: Float64Array;
  /** One for each row. Undefined: 1 each. */
  readonly weights: Float64Array | undefined;
}

/**
 * A loss function of raw predictions: k arrays of n numbers, one for each tree of an iteration.
 * @see scikit-learn, _loss/_loss.pyx.tp
 */
export interface Loss {
  /** k, the number of trees that an iteration adds. */
  readonly treesPerIteration: number;
  /** Whether all hessians are 1 where all weights are. */
  readonly hasConstantHessian: boolean;
  /** The best constant predictions: k numbers. */
  baseline(target: Target): number[];
  /** Fills in the derivatives by each row's prediction. `hessians` are empty where they are constant. */
  derivatives(
    target: Target,
    raw: readonly Float64Array[],
    gradients: readonly Float32Array[],
    hessians: readonly Float32Array[],
  ): void;
  /** The loss of one row, before its weight. */
  ofRow(y: number, raw: readonly Float64Array[], row: number): number;
  /** The value of a leaf with these rows, where the loss has no second derivative to find it by. */
  leafValue?(target: Target, raw: Float64Array, rows: Uint32Array): number;
}

/** The weighted mean of the loss. */
export function meanLoss(loss: Loss, { y, weights }: Target, raw: readonly Float64Array[]): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < y.length; row++) {
    const weight = weights?.[row] ?? 1;
    sum += weight * loss.ofRow(y[row] ?? 0, raw, row);
    total += weight;
  }
  return sum / total;
}
