import { plainNumber } from "./plain-number.js";

/** The value of a plain scalar. Infinity and NaN are numbers too, although JSON has none. */
export type PlainValue = string | number | boolean | null;

const words: ReadonlyMap<string, boolean | null | number> = new Map<string, boolean | null | number>([
  ...wordsOf(null, ["", "~", "null", "Null", "NULL"]),
  ...wordsOf(true, ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"]),
  ...wordsOf(false, ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"]),
  ...wordsOf(Number.NaN, [".nan", ".NaN", ".NAN"]),
  ...wordsOf(Number.POSITIVE_INFINITY, [".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"]),
  ...wordsOf(Number.NEGATIVE_INFINITY, ["-.inf", "-.Inf", "-.INF"]),
]);

function wordsOf<T>(value: T, written: readonly string[]): [string, T][] {
  return written.map((word) => [word, value]);
}

/**
 * The value that Argo's YAML library reads from a plain scalar. It reads YAML 1.1, but neither base-60 numbers nor dates: `1:30`
 * and `2024-01-01` are texts.
 * Source: resolve in resolve.go of go.yaml.in/yaml/v2.
 */
export function plainScalar(source: string): PlainValue {
  const word = source.length <= 5 ? words.get(source) : undefined;
  return word === undefined ? (plainNumber(source) ?? source) : word;
}

/** Whether a text is read unchanged without quotes. A plain `<<` merges another map. */
export function isReadAsText(text: string): boolean {
  return text !== "<<" && plainScalar(text) === text;
}

/**
 * The value that Argo's YAML library reads from a scalar with a tag such as `!!int`.
 *
 * @param tag in full; a tag that is not YAML's own means a text
 * @returns undefined if the scalar is not of that type
 */
export function taggedScalar(tag: string, source: string): PlainValue | undefined {
  const value = plainScalar(source);
  switch (tag) {
    case "tag:yaml.org,2002:null":
      return value === null ? null : undefined;
    case "tag:yaml.org,2002:bool":
      return typeof value === "boolean" ? value : undefined;
    case "tag:yaml.org,2002:float":
      return typeof value === "number" ? value : undefined;
    case "tag:yaml.org,2002:int":
      return typeof value === "number" && isWhole(source) ? value : undefined;
    case "tag:yaml.org,2002:binary":
      return /^(?:[A-Za-z0-9+/\s]*)={0,2}\s*$/.test(source)
        ? Buffer.from(source, "base64").toString("utf8")
        : undefined;
    default:
      return source;
  }
}

function isWhole(source: string): boolean {
  return /^[-+]?(0[xXoObB])?[\da-fA-F_]+$/.test(source) && !/^[-+]?\d[\d_]*[eE]/.test(source);
}
