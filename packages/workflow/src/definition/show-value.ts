/** A value as messages show it: JSON, cut to 80 characters. */
export function showValue(value: unknown): string {
  const text = typeof value === "number" || value === undefined ? String(value) : asJson(value);
  return text.length <= 80 ? text : `${text.slice(0, 77)}…`;
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // JSON cannot hold a bigint or a circular value.
    return String(value);
  }
}
