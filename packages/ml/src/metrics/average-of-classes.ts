/**
 * The mean of the scores of classes.
 * @param scores one for each class; NaN where it is undefined
 * @param weights rows of each class, to weigh by them; classes without rows then do not count. Default: all alike
 * @see scikit-learn, metrics._base._average_binary_score
 */
export function averageOfClasses(scores: Float64Array, weights?: ArrayLike<number>): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    const weight = weights === undefined ? 1 : (weights[i] ?? 0);
    total += weight;
    if (weight > 0) sum += weight * (scores[i] ?? 0);
  }
  return sum / total;
}

/** How many rows each class has. */
export function countCodes(codes: Int32Array, classes: number): Float64Array {
  const counts = new Float64Array(classes);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
