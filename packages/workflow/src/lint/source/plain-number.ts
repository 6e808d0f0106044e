/**
 * The number that Argo's YAML library makes of a plain scalar; undefined for a text.
 * Source: resolve in resolve.go of go.yaml.in/yaml/v2.
 */
export function plainNumber(source: string): number | undefined {
  if (source.startsWith("."))
    return /^\.\d+([eE][-+]?\d+)?$/.test(source) ? finite(Number(source)) : undefined;
  if (!/^[-+\d]/.test(source)) return undefined;
  const plain = source.replaceAll("_", "");
  const whole = wholeNumber(plain);
  if (whole !== undefined) return whole;
  const isFloat = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/.test(plain);
  return isFloat ? finite(Number(plain)) : undefined;
}

const largest = 2n ** 64n;

/** Source: strconv.ParseInt and ParseUint with base 0. */
function wholeNumber(text: string): number | undefined {
  const [, sign = "", digits = ""] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  const literal = /^0\d+$/.test(digits) ? `0o${digits}` : digits;
  if (!/^(0[xX][\da-fA-F]+|0[oO]0*[0-7]+|0[bB][01]+|[1-9]\d*|0)$/.test(literal) || literal.length > 80)
    return undefined;
  const size = BigInt(literal);
  if (size >= (sign === "" ? largest : largest / 2n)) return undefined;
  return Number(sign === "-" ? -size : size);
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
