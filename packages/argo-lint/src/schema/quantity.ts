/**
 * Whether Kubernetes reads a text as a quantity: `500m`, `1.5Gi`, `1e3`.
 * Source: parseQuantityString in k8s.io/apimachinery/pkg/api/resource/quantity.go, which reads a sign or a suffix alone as 0.
 */
export function isQuantity(text: string): boolean {
  // It is read as JSON, where a line break is a backslash and a letter.
  const trimmed = text.replace(/^ +| +$/g, "");
  if (trimmed === "") return false;
  if (/^[+-]?0*$/.test(trimmed)) return true;
  const suffix = /^[+-]?\d*(?:\.\d*)?([eEinumkKMGTP]*[+-]?\d*)$/.exec(trimmed)?.[1];
  return suffix !== undefined && isSuffix(suffix);
}

function isSuffix(suffix: string): boolean {
  if (/^(|[numkMGTPE]|[KMGTPE]i)$/.test(suffix)) return true;
  const exponent = /^[eE]([+-]?\d+)$/.exec(suffix)?.[1];
  return exponent !== undefined && Math.abs(Number(exponent)) < 2 ** 63;
}

/**
 * A quantity as a number, for comparisons; undefined if it is not a quantity.
 * @returns nearly exact: large quantities are rounded like floating-point numbers
 */
export function quantityValue(value: string | number): number | undefined {
  const text = String(value).trim();
  if (!isQuantity(text)) return undefined;
  const found = /^([+-]?[\d.]*)(.*)$/.exec(text);
  const [, digits = "", suffix = ""] = found ?? [];
  const number = Number(/\d/.test(digits) ? digits : 0);
  const exponent = /^[eE]([+-]?\d+)$/.exec(suffix)?.[1];
  if (exponent !== undefined) return number * 10 ** Number(exponent);
  return number * (factors.get(suffix) ?? 1);
}

const factors: ReadonlyMap<string, number> = new Map([
  ["n", 1e-9],
  ["u", 1e-6],
  ["m", 1e-3],
  ["k", 1e3],
  ["M", 1e6],
  ["G", 1e9],
  ["T", 1e12],
  ["P", 1e15],
  ["E", 1e18],
  ["Ki", 2 ** 10],
  ["Mi", 2 ** 20],
  ["Gi", 2 ** 30],
  ["Ti", 2 ** 40],
  ["Pi", 2 ** 50],
  ["Ei", 2 ** 60],
]);
