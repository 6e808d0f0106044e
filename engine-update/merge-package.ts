import { isDeepStrictEqual } from "node:util";
import type { EngineManifest } from "./manifest.js";

/**
 * Appended to a project's test scripts. The engine's tests take minutes, and a project's edits do not affect them:
 * test:engine runs them.
 */
export const excludeEngineTests = '--exclude "packages/**"';

/** A package.json with the engine's changes, and the conflicts. */
export interface MergedPackage {
  readonly text: string;
  /** Entries that both sides changed; the project's are kept. Each is `field.name: the engine's entry`. */
  readonly kept: readonly string[];
}

/**
 * Merges the engine's changes since the project's version into the project's package.json. Entries that the project
 * changed, added or removed stay as they are.
 */
export function mergePackage(
  text: string,
  before: EngineManifest["package"],
  after: EngineManifest["package"],
): MergedPackage {
  const content: Record<string, unknown> = JSON.parse(text);
  const kept: string[] = [];
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const own = entriesOf(content[field]);
    const then = before[field] ?? {};
    const now = after[field] ?? {};
    for (const name of new Set([...Object.keys(then), ...Object.keys(now)])) {
      const [previous, next] = [withOwnExclude(own[name], then[name]), withOwnExclude(own[name], now[name])];
      if (isDeepStrictEqual(previous, next) || isDeepStrictEqual(own[name], next)) continue;
      if (!isDeepStrictEqual(own[name], previous)) {
        kept.push(`${field}.${name}: ${JSON.stringify(next) ?? "removed"}`);
      } else if (next === undefined) {
        delete own[name];
      } else {
        own[name] = next;
      }
    }
    if (Object.keys(own).length > 0) content[field] = own;
  }
  return { text: `${JSON.stringify(content, undefined, 2)}\n`, kept };
}

function entriesOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** The engine's entry, with the exclusion of its tests if the project's own entry has it. */
function withOwnExclude(own: unknown, entry: unknown): unknown {
  const excludes = typeof own === "string" && own.endsWith(` ${excludeEngineTests}`);
  return excludes && typeof entry === "string" ? `${entry} ${excludeEngineTests}` : entry;
}
