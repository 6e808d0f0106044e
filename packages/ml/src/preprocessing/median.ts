import { quantile } from "../quantile.js";

/**
 * The median, without sorting all values.
 * @param values n ≥ 1 numbers, none NaN; they are reordered
 */
export function medianInPlace(values: Float64Array): number {
  const middle = Math.floor((values.length - 1) / 2);
  const low = selectInPlace(values, middle);
  if (values.length % 2 === 1) return low;
  let high = Number.POSITIVE_INFINITY;
  for (let i = middle + 1; i < values.length; i++) high = Math.min(high, values[i] ?? high);
  return quantile(Float64Array.of(low, high), 0.5);
}

/**
 * The value that would be at this index of the sorted values. Afterwards none before the index is greater, none after less.
 * @see Hoare (1961), Algorithm 65: Find
 */
function selectInPlace(values: Float64Array, index: number): number {
  const at = (i: number) => values[i] ?? 0;
  let [left, right] = [0, values.length - 1];
  while (left < right) {
    const [a, b, c] = [at(left), at((left + right) >> 1), at(right)];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    let [i, j] = [left, right];
    while (i <= j) {
      while (at(i) < pivot) i++;
      while (at(j) > pivot) j--;
      if (i > j) break;
      const swapped = at(i);
      values[i++] = at(j);
      values[j--] = swapped;
    }
    if (index <= j) right = j;
    else if (index >= i) left = i;
    else break;
  }
  return at(index);
}
