/** How the rows of a node are divided. */
export interface Split {
  /** By how much the loss falls, > 0. */
  readonly gain: number;
  /** Position of the column among the binned ones. */
  readonly feature: number;
  /** The last bin that goes left. Unused where `leftBins` is given. */
  readonly bin: number;
  /** The bins that go left, the one of missing values among them: for a column of categories. */
  readonly leftBins: readonly number[] | undefined;
  readonly missingGoesLeft: boolean;
  readonly left: NodeSums;
  readonly right: NodeSums;
}

/** What the rows of a node add up to. */
export interface NodeSums {
  readonly gradients: number;
  readonly hessians: number;
  readonly count: number;
}

/** What limits a split. */
export interface SplitLimits {
  readonly minSamplesLeaf: number;
  readonly l2Regularization: number;
  /** Each row's hessian is 1: the counts stand for the sums. */
  readonly hasConstantHessian: boolean;
}

/** The least sum of hessians on either side of a split. */
export const MIN_HESSIAN = 1e-3;

/**
 * The step that minimizes the loss of a node, to second order.
 * @see Chen, Guestrin (2016), XGBoost, equation 5
 */
export function nodeValue(gradients: number, hessians: number, l2Regularization: number): number {
  return -gradients / (hessians + l2Regularization + 1e-15);
}

/** The split of a node with these sums on its left side. */
export function splitAt(total: NodeSums, left: NodeSums, rest: Omit<Split, "left" | "right">): Split {
  const right = {
    gradients: total.gradients - left.gradients,
    hessians: total.hessians - left.hessians,
    count: total.count - left.count,
  };
  return { ...rest, left, right };
}
