/** Parts of a unit that are still seen in a picture: about half a pixel of the largest one. */
const resolution = 1000;

/** A curve of no more points is drawn as it is. */
const fewPoints = 1000;

/** Points of a curve in the unit square. */
interface UnitCurve {
  readonly fpr: ArrayLike<number>;
  readonly tpr: ArrayLike<number>;
}

/**
 * The points of a ROC curve that a picture can show: of many, those that are at least a thousandth away from the one before,
 * so at most about 2,000. The last point is kept.
 */
export function thinCurve(curve: UnitCurve): UnitCurve {
  const { fpr, tpr } = curve;
  const points = Math.min(fpr.length, tpr.length);
  if (points <= fewPoints) return curve;
  const kept: number[] = [0];
  for (let i = 1, before = 0; i < points; i++) {
    const moved = Math.abs((fpr[i] ?? 0) - (fpr[before] ?? 0)) + Math.abs((tpr[i] ?? 0) - (tpr[before] ?? 0));
    if (moved < 1 / resolution && i < points - 1) continue;
    kept.push(i);
    before = i;
  }
  return {
    fpr: Float64Array.from(kept, (i) => fpr[i] ?? 0),
    tpr: Float64Array.from(kept, (i) => tpr[i] ?? 0),
  };
}
