import { readFileSync } from "node:fs";
import type { SourceMap } from "node:module";
import { basename, dirname, join, resolve } from "node:path";

/** A line of a stack: the text before the position, the file (a path or a file URL), line, column, and the text after it. */
const frame =
  /^(\s+at (?:async )?(?:[^\n]*? \()?)((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^\n]*?):(\d+):(\d+)(\)?)$/;

/** A position in a file, both numbers from 1. */
export interface SourcePosition {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** The positions in a stack that are in files, the innermost first, in the sources where a bundle has a source map. */
export function positionsIn(stack: string): SourcePosition[] {
  return stack.split("\n").flatMap((line) => {
    const found = positionOf(line);
    return found === undefined ? [] : [sourceOf(found) ?? found];
  });
}

/** A stack with the positions in the sources, where a bundle has a source map; other lines stay as they are. */
export function withSourcePositions(stack: string): string {
  return stack.split("\n").map(withSourcePosition).join("\n");
}

function withSourcePosition(text: string): string {
  const found = positionOf(text);
  const source = found && sourceOf(found);
  if (source === undefined) return text;
  const { path, line, column } = source;
  return text.replace(
    frame,
    (_, before, _file, _line, _column, after) => `${before}${path}:${line}:${column}${after}`,
  );
}

function positionOf(text: string): SourcePosition | undefined {
  const [, , file, line, column] = frame.exec(text) ?? [];
  if (file === undefined) return undefined;
  try {
    // Loaded when an error happens: each module of Node would cost every pod up to a millisecond at its start.
    const { fileURLToPath } = process.getBuiltinModule("node:url");
    const path = file.startsWith("file:") ? fileURLToPath(file) : file;
    return { path, line: Number(line), column: Number(column) };
  } catch {
    return undefined;
  }
}

const maps = new Map<string, SourceMap | undefined>();

/** The position in the sources; undefined if the file has no source map beside it. */
function sourceOf({ path, line, column }: SourcePosition): SourcePosition | undefined {
  if (!maps.has(path)) maps.set(path, readMap(path));
  const entry = maps.get(path)?.findEntry(line - 1, column - 1);
  if (entry === undefined || !("originalSource" in entry)) return undefined;
  return {
    path: resolve(folderOfMap(path), entry.originalSource),
    line: entry.originalLine + 1,
    column: entry.originalColumn + 1,
  };
}

/**
 * The folder to which a bundle's sources are relative. A bundle that is kept in the system's temporary folder was also built
 * for a folder in the project.
 */
function folderOfMap(path: string): string {
  const root = process.env.TIPHYS_ROOT;
  const isBundle = /^[0-9a-f]{64}$/.test(basename(dirname(path)));
  return root !== undefined && isBundle
    ? join(root, "node_modules", ".cache", "tiphys", "out")
    : dirname(path);
}

function readMap(path: string): SourceMap | undefined {
  try {
    const { SourceMap } = process.getBuiltinModule("node:module");
    return new SourceMap(JSON.parse(readFileSync(`${path}.map`, "utf8")));
  } catch {
    return undefined;
  }
}
