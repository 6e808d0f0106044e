import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "@tiphys/workflow";
import { dataFile } from "../answers/data-file.js";
import type { PlannedProject } from "../cli/plan-project.js";
import { untrackedFiles } from "../template/repository-files.js";

/** Maximum number of files named in a message. */
const maxShown = 5;

/**
 * Checks that the new files of a project do not replace a file of the user: neither the input file by a converted copy, nor
 * another untracked file.
 * @param root the clone's folder
 * @param staged the folder with the new files
 * @param paths of the new files, relative to it
 * @throws {UsageError} naming the files and the fix
 */
export function checkNoDataLoss(
  root: string,
  staged: string,
  paths: readonly string[],
  { project, inferred }: PlannedProject,
): void {
  const copy = dataFile(project);
  const isConverted = (project.data?.conversions.length ?? 0) > 0;
  if (inferred !== undefined && isConverted && resolve(inferred.file.path) === resolve(root, copy)) {
    throw new UsageError(
      `${copy} is your file, and would be replaced by a converted copy: ${project.data?.conversions.join(" ")} Move it to another folder first, choose another --name, or run with --force.`,
    );
  }
  const lost = untrackedFiles(root, paths).filter((path) => !isEqual(join(root, path), join(staged, path)));
  if (lost.length === 0) return;
  const listed = `${lost.slice(0, maxShown).join(", ")}${lost.length > maxShown ? ", …" : ""}`;
  const advice = lost.includes("package.json")
    ? "Commit the template first (git init, git add --all, git commit)"
    : "Move it to another folder first";
  throw new UsageError(
    `Untracked files would be replaced, and lost: ${listed}. ${advice}, or run with --force.`,
  );
}

function isEqual(own: string, staged: string): boolean {
  return existsSync(staged) && readFileSync(own).equals(readFileSync(staged));
}
