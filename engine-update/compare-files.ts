import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf, type EngineManifest } from "./manifest.js";

/** What an update does with the engine's files outside of `packages/`. */
export interface Comparison {
  /** Unchanged in the project, or new: taken from the later version. */
  readonly taken: readonly string[];
  /** Unchanged in the project, and not part of the later version: removed. */
  readonly dropped: readonly string[];
  /** Edited in the project and changed in the engine: the project's files are kept. */
  readonly edited: readonly string[];
  /** Removed in the project: not added again. */
  readonly away: readonly string[];
}

/** Compares a project with a later version, file by file. */
export function compareFiles(
  root: string,
  before: EngineManifest["files"],
  after: EngineManifest["files"],
): Comparison {
  const found = { taken: [], dropped: [], edited: [], away: [] } as Record<keyof Comparison, string[]>;
  for (const path of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
    const place = placeOf(digestAt(root, path), before[path], after[path]);
    if (place !== undefined) found[place].push(path);
  }
  return found;
}

function placeOf(
  own: string | undefined,
  then: string | undefined,
  now: string | undefined,
): keyof Comparison | undefined {
  if (own === now || then === now) return undefined;
  if (own === undefined) return then === undefined ? "taken" : "away";
  if (own !== then) return now === undefined ? undefined : "edited";
  return now === undefined ? "dropped" : "taken";
}

function digestAt(root: string, path: string): string | undefined {
  const file = join(root, path);
  return existsSync(file) ? digestOf(readFileSync(file)) : undefined;
}
