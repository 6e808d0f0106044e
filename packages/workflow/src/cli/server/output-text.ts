import { stringify } from "yaml";

/** What the server told as JSON, in the argo CLI's indentation. */
export function jsonText(value: unknown, indent = 4): string {
  return `${JSON.stringify(value, undefined, indent)}\n`;
}

/** What the server told as YAML, with its keys in alphabetical order. */
export function yamlText(value: unknown): string {
  return stringify(value, { sortMapEntries: true, indentSeq: false, lineWidth: 0, version: "1.1" });
}
