import { readdirSync, type Stats, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { InputError } from "./input-error.js";

/** A file to lint. */
export interface FoundFile {
  readonly path: string;
  /** For messages: relative to the directory of the call if it is below that, else absolute. */
  readonly name: string;
  /** Whether the path was given itself, not found in a folder. */
  readonly named: boolean;
}

/**
 * The files at the paths, and those in folders at any depth with the extensions of YAML and JSON. Skips hidden folders and
 * node_modules, and does not follow links to folders. Each file is listed once.
 *
 * @param from the directory that the paths are relative to
 * @throws {InputError} if a path does not exist, or a folder contains no such file
 */
export function findFiles(paths: readonly string[], from: string): FoundFile[] {
  const found = new Map<string, FoundFile>();
  for (const given of paths) {
    const path = resolve(from, given);
    const stats = statsOf(path);
    if (stats === undefined) throw new InputError(`There is no file or folder ${given}.`, true);
    const files = stats.isDirectory() ? filesIn(path) : [path];
    if (files.length === 0) throw new InputError(`${given} contains no .yaml, .yml or .json file.`, true);
    for (const file of files) {
      const named = !stats.isDirectory() || found.get(file)?.named === true;
      found.set(file, { path: file, name: nameOf(file, from), named });
    }
  }
  return [...found.values()];
}

function statsOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return entry.name === "node_modules" || entry.name.startsWith(".") ? [] : filesIn(path);
    }
    if (!/\.(ya?ml|json)$/i.test(entry.name)) return [];
    return entry.isFile() || (entry.isSymbolicLink() && statsOf(path)?.isFile() === true) ? [path] : [];
  });
}

function nameOf(file: string, from: string): string {
  const name = relative(from, file);
  return name.startsWith("..") ? file : name;
}
