import { readFileSync } from "node:fs";
import { isMap, isScalar, LineCounter, type ParsedNode, parseDocument } from "yaml";
import { UsageError } from "../../definition/errors.js";

/** An entry of a parameter file. */
export interface FileEntry {
  readonly name: string;
  readonly value: unknown;
  /** A number or boolean as it is written: `1.10`. */
  readonly source?: string;
  /** File and line, for messages: `params.yaml:3`. */
  readonly where: string;
}

/**
 * Reads a file with one value for each parameter, in YAML or JSON, which is YAML too.
 * @param shown the file's name in messages
 * @throws {UsageError} if it cannot be read, is not YAML, or is not a mapping from names to values
 */
export function readParameterFile(path: string, shown: string): FileEntry[] {
  const lines = new LineCounter();
  const text = readText(path, shown);
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number | undefined): string =>
    offset === undefined ? shown : `${shown}:${lines.linePos(offset).line}`;
  const [error] = document.errors;
  if (error !== undefined) throw new UsageError(`${lineOf(error.pos[0])}: ${error.message}.`);
  const content: ParsedNode | null = document.contents;
  if (content === null || (isScalar(content) && content.value === null)) return [];
  if (!isMap(content)) {
    throw new UsageError(`${lineOf(content.range[0])}: expected names and values, as in "testSize: 0.3".`);
  }
  return content.items.map((pair) => {
    const { key, value } = pair;
    if (!isScalar(key)) {
      throw new UsageError(`${lineOf(key.range[0])}: expected the name of a parameter before the colon.`);
    }
    const isPlain = isScalar(value) && (typeof value.value === "number" || typeof value.value === "boolean");
    return {
      name: String(key.value),
      value: value === null ? null : value.toJS(document),
      ...(isPlain && value.source !== undefined ? { source: value.source } : {}),
      where: lineOf(key.range?.[0]),
    };
  });
}

function readText(path: string, shown: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    throw new UsageError(
      `The parameter file ${shown} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}
