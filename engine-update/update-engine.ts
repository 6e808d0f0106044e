import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "@tiphys/workflow";
import { applyChanges, type Change } from "./apply-changes.js";
import { type Comparison, compareFiles } from "./compare-files.js";
import { editedPackages } from "./edited-packages.js";
import { type EngineManifest, makeManifest, manifestFile, manifestSchema, manifestText } from "./manifest.js";
import { mergePackage } from "./merge-package.js";
import { enginePatch } from "./patch.js";

/** The result of an update. */
export interface Update extends Comparison {
  readonly from: string;
  readonly to: string;
  /** Files below `packages/` that the project edited or added, and that were replaced or removed. */
  readonly lostEdits: readonly string[];
  /** Entries of package.json that both sides changed. */
  readonly keptEntries: readonly string[];
}

/** Path of the engine's changelog in a project; the one in the root is the project's own. */
export const engineChangelog = "packages/CHANGELOG.md";

/** Path of the patch with the engine's changes to edited files. */
export const patchFile = "engine-update.patch";

/**
 * Updates the engine of a project: replaces all of `packages/`, and the engine's files outside of it unless the project
 * edited them. Applies all changes or none.
 * @param root the project's folder
 * @param source a folder with the later version
 * @throws {UsageError} if one of the two folders is not a project of this template
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
    // Last, so that after an interruption this program can start again and roll back.
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
  throw new UsageError(
    `${file} does not exist. Expected the folder of a project of this template, with packages/ in it.`,
  );
}

function readManifest(root: string): EngineManifest {
  requireManifest(root);
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(root, manifestFile), "utf8")));
  } catch (error) {
    throw new UsageError(
      `${manifestFile} cannot be read: ${error instanceof Error ? error.message : error}\nRestore it from git's history.`,
    );
  }
}

function versionOf(folder: string): string {
  const file = join(folder, "packages", "VERSION");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "unknown";
}
