import type { JsonValue } from "../model/json.js";
import type { SourceProblem } from "./document-node.js";
import { lineOf, locate, partOf, type SourcePlace, YamlFields } from "./locate.js";
import { maxBytes, minBytes } from "./manifest-size.js";
import { maxScalars, parseYaml } from "./parse-yaml.js";
import type { TextRange } from "./positions.js";
import { followJson, readJson } from "./read-json.js";
import type { Chunk } from "./split.js";
import { toValue } from "./to-value.js";

/** One document of a text: its value, and the range of each part of it. */
export interface SourceDocument {
  /** Undefined where the text cannot be read. */
  readonly value: JsonValue | undefined;
  readonly problems: readonly SourceProblem[];
  /** The whole document. */
  readonly range: TextRange;
  /** The range of a place in the whole text; that of the nearest enclosing place if it does not exist. */
  locate(place: SourcePlace): TextRange;
}

/** Reads one document. Never throws: what cannot be read is a problem. */
export function readDocument({ text, offset }: Chunk): SourceDocument {
  const range = { start: offset + leading(text), end: offset + text.trimEnd().length };
  const line = firstLine(text, offset, range);
  const bytes = minBytes(text);
  if (bytes > maxBytes) return unread("size", tooLarge(bytes), range, line);
  if (isTooDeep(text)) return unread("syntax", "it is nested too deeply", range, line);
  try {
    return readJsonDocument(text, offset, range) ?? readYamlDocument(text, offset, range);
  } catch (error) {
    // Only nesting deeper than the call stack ends here.
    const isDeep = error instanceof RangeError || /call stack/.test(String(error));
    return unread("syntax", isDeep ? "it is nested too deeply" : String(error), range, line);
  }
}

function readJsonDocument(text: string, offset: number, range: TextRange): SourceDocument | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  const json = readJson(text);
  if (json === undefined) return undefined;
  const line = firstLine(text, offset, range);
  if (json.size > maxScalars) return unread("size", tooMany, range, line);
  const problems = json.duplicates.map(({ name, ...found }): SourceProblem => {
    const message = `The key "${name}" occurs twice in this map`;
    return { kind: "duplicate-key", message, ...moved(found, offset) };
  });
  const locate = ({ at, key: isKey, part }: SourcePlace): TextRange => {
    const { node, key } = followJson(json.root, at);
    if (node === json.root) return line;
    const isScalar = node.items === undefined && node.fields === undefined;
    if (key !== undefined && (isKey === true || !isScalar)) return moved(key, offset);
    return moved(partOf(text, isScalar ? node : lineOf(text, node), part), offset);
  };
  return { value: json.value, problems, range, locate };
}

function readYamlDocument(text: string, offset: number, range: TextRange): SourceDocument {
  const line = firstLine(text, offset, range);
  const document = parseYaml(text);
  if (document === undefined) return unread("size", tooMany, range, line);
  const syntax = document.errors.map(({ message, pos: [start, end] }): SourceProblem => {
    return { kind: "syntax", message, ...moved({ start, end }, offset) };
  });
  const { yaml } = document.directives;
  if (yaml.explicit === true && yaml.version !== "1.1")
    syntax.push({ kind: "syntax", message: `Argo reads YAML 1.1, not ${yaml.version}`, ...range });
  if (syntax.length > 0) return { value: undefined, problems: syntax, range, locate: () => range };
  const { value, problems, targets } = toValue(document.contents);
  const fields = new YamlFields(targets);
  return {
    value: problems.some(({ kind }) => kind !== "duplicate-key") ? undefined : value,
    problems: problems.map((problem) => ({ ...problem, ...moved(problem, offset) })),
    range,
    locate: (place) => {
      const found = locate(document.contents, fields, text, place);
      return found === undefined ? line : moved(found, offset);
    },
  };
}

function moved({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

/** A document that is not read, because reading it would take too long. */
function unread(
  kind: SourceProblem["kind"],
  message: string,
  range: TextRange,
  place: TextRange,
): SourceDocument {
  return { value: undefined, problems: [{ kind, message, ...place }], range, locate: () => place };
}

const tooMany = `This document has more than ${maxScalars.toLocaleString("en")} keys and values, and was not checked`;

function tooLarge(bytes: number): string {
  const mebibytes = (bytes / 1024 / 1024).toFixed(1);
  return `This document has ${mebibytes} MiB, more than the 1.5 MiB that a cluster stores, and was not checked`;
}

/** The maximum nesting of Argo's YAML library; deeper brackets are not even tried, because that would take too long. */
const deepest = 10_000;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > deepest) return true;
  }
  return false;
}

/** The length of the blank lines and comments before the content, and of the blanks of its first line. */
function leading(text: string): number {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const line = text.slice(start, newline < 0 ? text.length : newline);
    const content = line.trimStart();
    if (content !== "" && !content.startsWith("#")) return start + line.length - content.length;
    if (newline < 0) break;
    start = newline + 1;
  }
  return text.length;
}

function firstLine(text: string, offset: number, { start, end }: TextRange): TextRange {
  const newline = text.indexOf("\n", start - offset);
  return { start, end: newline < 0 ? end : Math.min(end, offset + newline) };
}
