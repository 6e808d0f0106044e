import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { NewProject } from "../answers/answers.js";
import { dataFile } from "../answers/data-file.js";
import { vendorTarballs } from "../answers/engine-packages.js";
import type { PlannedProject } from "../cli/plan-project.js";
import { csvText } from "../csv/write-csv.js";
import type { Inferred } from "../infer/contract.js";
import { convertedColumns } from "../infer/conversions.js";
import type { PackageSource } from "../npm/find-packages.js";
import { lockFile, projectLock } from "../template/package-lock.js";
import { projectTree } from "../template/project-tree.js";
import { type ProjectTemplate, templateText } from "../template/template.js";

/** Writes files below a folder. */
export function writeProjectTree(folder: string, tree: ReadonlyMap<string, string | Buffer>): void {
  for (const [path, content] of tree) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** The paths of the files below a folder, with slashes. */
export function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll("\\", "/"));
}

/**
 * Writes all that a new project consists of into its folder: the files made from the template, the lock file that npm
 * completes, the user's data, and the tarballs of the engine's packages.
 * @param inferred the user's file as it was read; undefined if the template's data is kept
 */
export function writeProject(
  folder: string,
  { project: planned, inferred }: PlannedProject,
  template: ProjectTemplate,
  source: PackageSource,
): void {
  const project: NewProject = { ...planned, packages: source.packages };
  const tree = projectTree(template, project);
  writeProjectTree(folder, tree);
  const lock = projectLock(templateText(template, lockFile), tree.get("package.json") ?? "");
  writeFileSync(join(folder, lockFile), lock);
  writeData(folder, project, inferred);
  writeVendor(folder, source, template.version);
}

/** Writes the user's data: a copy if it can be read as it is, otherwise what it is converted to. */
function writeData(folder: string, project: NewProject, inferred: Inferred | undefined): void {
  if (inferred === undefined || project.data === undefined) return;
  const file = join(folder, dataFile(project));
  mkdirSync(dirname(file), { recursive: true });
  if (project.data.conversions.length === 0) copyFileSync(inferred.file.path, file);
  else writeFileSync(file, csvText(inferred.file.names, convertedColumns(inferred)));
}

/** Copies the tarballs of the engine's packages to `vendor/`, unless they come from a registry. */
function writeVendor(folder: string, source: PackageSource, version: string): void {
  if (source.packages !== "vendor") return;
  mkdirSync(join(folder, "vendor"), { recursive: true });
  for (const name of vendorTarballs(version))
    copyFileSync(join(source.folder, name), join(folder, "vendor", name));
}
