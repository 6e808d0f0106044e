/**
 * The number that Argo's YAML library reads from a plain scalar; undefined for a text.
 * Source: resolve in resolve.go of go.yaml.in/yaml/v2.
 */
export function plainNumber(source: string): number | undefined {
  if (source.startsWith(".")) {
    const isFloat = /^\.\d+(_\d+)*([eE][-+]?\d+(_\d+)*)?$/.test(source);
    return isFloat ? finite(Number(source.replaceAll("_", ""))) : undefined;
  }
  if (!/^[-+\d]/.test(source)) return undefined;
  const plain = source.replaceAll("_", "");
  const whole = wholeNumber(plain);
  if (whole !== undefined) return whole;
  const isFloat = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/.test(plain);
  return isFloat ? finite(Number(plain)) : undefined;
}

/** The most digits of a 64-bit number, in base 2. */
const maxDigits = 64;
const limits: Readonly<Record<string, bigint>> = {
  "": 2n ** 64n - 1n,
  "+": 2n ** 63n - 1n,
  "-": 2n ** 63n,
};

/** Source: strconv.ParseInt and ParseUint with base 0. What follows `0b` is also parsed with base 2, and may have a sign. */
function wholeNumber(text: string): number | undefined {
  const signFirst = text.replace(/^0b([-+])(?=[01]+$)/, (_, sign: string) => `${sign}0b`);
  const [, sign = "", prefix = "", digits = ""] =
    /^([-+]?)(0[xXoObB]|0(?=\d)|)([\da-fA-F]+)$/.exec(signFirst) ?? [];
  const base = prefix === "0" ? "0o" : prefix;
  const significant = digits.replace(/^0+(?=.)/, "");
  if (significant.length > maxDigits || !isDigits(base, significant)) return undefined;
  const size = BigInt(base + significant);
  if (size > (limits[sign] ?? 0n)) return undefined;
  return Number(sign === "-" ? -size : size);
}

function isDigits(base: string, digits: string): boolean {
  if (base === "") return /^\d+$/.test(digits);
  if (/^0[xX]$/.test(base)) return digits !== "";
  return (/^0[oO]$/.test(base) ? /^[0-7]+$/ : /^[01]+$/).test(digits);
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
