import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleChartRenderer } from "./bundle-chart-renderer.js";
import { bundleCreate } from "./bundle-create.js";
import { compileSources } from "./compile-sources.js";
import { copyFiles } from "./copy-files.js";
import { copyPages } from "./copy-pages.js";
import {
  declarationsOf,
  parseManifest,
  publishedManifest,
  type SourceManifest,
} from "./published-manifest.js";
import { publishedPackages } from "./published-packages.js";
import { removeUnreadFiles } from "./remove-unread-files.js";
import { workspaceFolder } from "./repository.js";

/**
 * Builds each package in a folder of its own, with exactly the files that npm publishes.
 * @param stage the folder for these folders
 * @returns the folders by package name, each package after those that it depends on
 * @throws {Error} if a package cannot be compiled
 */
export async function stagePackages(stage: string): Promise<ReadonlyMap<string, string>> {
  const manifests = publishedPackages.map(
    (folder) =>
      [folder, parseManifest(readFileSync(join(workspaceFolder(folder), "package.json"), "utf8"))] as const,
  );
  const versions = new Map(manifests.map(([, { name, version }]) => [name, version]));
  const staged = new Map<string, string>();
  for (const [folder, manifest] of manifests) {
    const target = join(stage, folder);
    mkdirSync(target, { recursive: true });
    const bundled = await build(folder, target, staged, manifest);
    copyFiles(folder, target);
    if (folder === "workflow") copyPages(target);
    const text = JSON.stringify(publishedManifest(manifest, versions, bundled), null, 2);
    writeFileSync(join(target, "package.json"), `${text}\n`);
    staged.set(manifest.name, target);
  }
  return staged;
}

/** Writes a package's `dist/`; returns the names of the packages that it contains. */
async function build(
  folder: (typeof publishedPackages)[number],
  target: string,
  staged: ReadonlyMap<string, string>,
  { exports }: SourceManifest,
): Promise<string[]> {
  if (folder === "create-tiphys") return bundleCreate(target);
  compileSources(folder, target, staged);
  removeUnreadFiles(target, Object.values(exports ?? {}).map(declarationsOf));
  return folder === "ml" ? bundleChartRenderer(target) : [];
}
