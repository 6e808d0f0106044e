import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "@tiphys/workflow";
import type { PlannedProject } from "../cli/plan-project.js";
import type { CreateOptions } from "../make/create-project.js";
import { withStagingFolder } from "../make/staging-folder.js";
import { pathsBelow, writeProject } from "../make/write-files.js";
import { format, formatterIn } from "../npm/format.js";
import { install } from "../npm/npm.js";
import { repositoryFiles } from "../template/repository-files.js";
import { checkNoDataLoss } from "./check-no-data-loss.js";
import { removeEmptyFolders } from "./remove-empty-folders.js";

/**
 * Turns a clone of the template into a project: its tracked files are replaced by the project's, others stay. The new files
 * are made in a temporary folder first; Ctrl-C while they are put in place has no effect before all are there.
 * @param root the clone's folder; git can restore all of it unless `force`
 * @throws {UsageError} if a file of the user would be lost, unless `force`
 */
export async function initClone(
  root: string,
  planned: PlannedProject,
  options: CreateOptions & { readonly force: boolean },
): Promise<void> {
  await withStagingFolder(root, async (stage) => {
    writeProject(stage, planned, options.template, options.source);
    const formatter = formatterIn(root);
    if (formatter !== undefined) format(formatter, stage);
    const made = pathsBelow(stage);
    if (!options.force) checkNoDataLoss(root, stage, made, planned);
    replaceFiles(root, stage, made);
  });
  if (!options.install) return;
  options.onPart("Installing its packages.");
  try {
    await install(root);
  } catch (error) {
    throw new UserError(
      `The project is there, but its packages are not installed: ${error instanceof Error ? error.message : error}\nRun npm install again.`,
    );
  }
}

/** Synchronous: a signal is handled after it. */
function replaceFiles(root: string, stage: string, made: readonly string[]): void {
  const own = new Set(made);
  const gone = repositoryFiles(root).filter((path) => !own.has(path));
  for (const path of made.filter((path) => path !== "package.json")) replaceFile(root, stage, path);
  for (const path of gone) {
    rmSync(join(root, path), { force: true });
    removeEmptyFolders(root, path);
  }
  // Last: until then, npm run init can start again.
  replaceFile(root, stage, "package.json");
}

function replaceFile(root: string, stage: string, path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  renameSync(join(stage, path), join(root, path));
}
