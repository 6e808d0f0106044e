/** The most frequent text; of several, the smallest by UTF-16 code units. Undefined when there are no texts. */
export function mostFrequentText(values: Iterable<string>): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let most: string | undefined;
  let mostRows = 0;
  for (const [value, rows] of counts) {
    if (rows > mostRows || (rows === mostRows && most !== undefined && value < most)) {
      most = value;
      mostRows = rows;
    }
  }
  return most;
}
