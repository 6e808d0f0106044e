import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "@pipeline/workflow";
import { applyChanges, type Change } from "./apply-changes.js";
import { type Comparison, compareFiles } from "./compare-files.js";
import { editedPackages } from "./edited-packages.js";
import { type EngineManifest, makeManifest, manifestFile, manifestSchema, manifestText } from "./manifest.js";
import { mergePackage } from "./merge-package.js";
import { enginePatch } from "./patch.js";

/** What an update did. */
export interface Update extends Comparison {
  readonly from: string;
  readonly to: string;
  /** Files below `packages/` that the project edited or added, and that were replaced or removed. */
  readonly lostEdits: readonly string[];
  /** Entries of package.json that both sides changed. */
  readonly keptEntries: readonly string[];
}

/** The engine's changelog in a project: the one in the root is the project's own. */
export const engineChangelog = "packages/CHANGELOG.md";

/** Where the engine's changes of edited files are written to. */
export const patchFile = "engine-update.patch";

/**
 * Brings the engine of a later version into a project: all of `packages/`, and the files outside of it that belong to
 * the engine, unless the project edited them. All of it or nothing.
 * @param source a folder that holds the later version
 * @throws {UsageError} where one of the two folders is none of this template
 */
export function updateEngine(root: string, source: string): Update {
  const before = readManifest(root);
  requireManifest(source);
  const after = makeManifest(source);
  const comparison = compareFiles(root, before.files, after.files);
  const merged = mergePackage(
    readFileSync(join(root, "package.json"), "utf8"),
    before.package,
    after.package,
  );
  const patch = comparison.edited.map((path) => enginePatch(root, source, path, before.files[path])).join("");
  const changes = new Map<string, Change>([
    ...comparison.taken.map((path): [string, Change] => [path, { copyOf: join(source, path) }]),
    ...comparison.dropped.map((path): [string, Change] => [path, "removed"]),
    [patchFile, patch === "" ? "removed" : { text: patch }],
    // Last, so that this program can start again and take back what was interrupted before them.
    ["package.json", { text: merged.text }],
    ["packages", { copyOf: join(source, "packages") }],
  ]);
  const update = {
    from: versionOf(root),
    to: versionOf(source),
    lostEdits: editedPackages(root, source),
    keptEntries: merged.kept,
    ...comparison,
  };
  applyChanges(root, changes, (staged) => {
    writeFileSync(join(staged, manifestFile), manifestText(after));
    const news = join(source, "CHANGELOG.md");
    if (existsSync(news)) copyFileSync(news, join(staged, engineChangelog));
  });
  return update;
}

function requireManifest(folder: string): void {
  const file = join(folder, manifestFile);
  if (existsSync(file)) return;
  throw new UsageError(`There is no ${file}. Expected a folder of this template, with packages/ in it.`);
}

function readManifest(root: string): EngineManifest {
  requireManifest(root);
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(root, manifestFile), "utf8")));
  } catch (error) {
    throw new UsageError(
      `${manifestFile} is not as it came: ${error instanceof Error ? error.message : error}\nTake it back from git's history.`,
    );
  }
}

function versionOf(folder: string): string {
  const file = join(folder, "packages", "VERSION");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "unknown";
}
