/** The ROC curve of one class against all others. */
export interface ClassCurve {
  /** The class, in words for the reader. */
  readonly label: string;
  /** False positive rates, ascending from 0 to 1. */
  readonly fpr: ArrayLike<number>;
  /** True positive rates, the same number. */
  readonly tpr: ArrayLike<number>;
  /** Area under the curve. */
  readonly auc: number;
}

/** Which curves have a colour and a name, and which are grey. */
export interface EmphasizedCurves<Curve> {
  readonly named: readonly Curve[];
  readonly others: readonly Curve[];
}

/**
 * The curves with the smallest areas are what a reader looks for; more than a few colours are not told apart.
 * @param most how many are named at most; where there are no more, all are in the given order
 */
export function weakestCurves<Curve extends { readonly auc: number }>(
  curves: readonly Curve[],
  most: number,
): EmphasizedCurves<Curve> {
  if (curves.length <= most) return { named: curves, others: [] };
  const ascending = [...curves].sort((a, b) => a.auc - b.auc);
  return { named: ascending.slice(0, most), others: ascending.slice(most) };
}
