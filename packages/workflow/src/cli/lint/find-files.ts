import { readdirSync, type Stats, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { UsageError } from "../../definition/errors.js";

/** A file to lint. */
export interface FoundFile {
  readonly path: string;
  /** As people are told of it: from the directory where they typed the command, where it is below that. */
  readonly name: string;
  /** Whether it was named itself, and not found in a folder. */
  readonly named: boolean;
}

/**
 * The files that are meant by paths. In folders, at any depth, those with the extensions of YAML and JSON; hidden folders
 * and node_modules are left out, and links to folders are not followed. A file that is meant twice comes once.
 *
 * @param from the directory that the paths are relative to
 * @throws {UsageError} where a path does not exist, or a folder holds no such file
 */
export function findFiles(paths: readonly string[], from: string): FoundFile[] {
  const found = new Map<string, FoundFile>();
  for (const given of paths) {
    const path = resolve(from, given);
    const stats = statsOf(path);
    if (stats === undefined) throw new UsageError(`There is no file or folder ${given}.`);
    const files = stats.isDirectory() ? filesIn(path) : [path];
    if (files.length === 0) throw new UsageError(`${given} holds no .yaml, .yml or .json file.`);
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
