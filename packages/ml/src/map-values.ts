/** A record of the same keys, with a value made from each value. */
export function mapValues<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  make: (value: From, key: Key) => To,
): Record<Key, To> {
  // Object.keys and Object.fromEntries do not keep the names of the keys in their types.
  const keys = Object.keys(record) as Key[];
  return Object.fromEntries(keys.map((key) => [key, make(record[key], key)])) as Record<Key, To>;
}
