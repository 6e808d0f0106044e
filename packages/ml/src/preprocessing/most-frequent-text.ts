/** The text that occurs most often; of several the smallest by UTF-16 code units. Undefined where there is none. */
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
