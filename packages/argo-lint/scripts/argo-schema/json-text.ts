import type { Json } from "./manifest-schema.js";

/** JSON as Biome formats it: a value on one line if it fits into 110 columns, otherwise a line for each entry. */
export function jsonText(value: Json): string {
  return `${print(value, "", 0)}\n`;
}

/** @param used columns of the first line taken by indentation, key and a trailing comma */
function print(value: Json, indent: string, used: number): string {
  const line = oneLine(value);
  if (used + line.length <= 110 && indent !== "") return line;
  if (typeof value !== "object") return line;
  const inner = `${indent}  `;
  if (isList(value)) {
    const items = value.map((item) => inner + print(item, inner, inner.length + 1));
    return `[\n${items.join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value).map(([key, entry]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + print(entry, inner, start.length + 1);
  });
  return `{\n${entries.join(",\n")}\n${indent}}`;
}

function oneLine(value: Json): string {
  if (typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(oneLine).join(", ")}]`;
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${oneLine(entry)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
