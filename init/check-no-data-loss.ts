import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "@tiphys/workflow";
import type { Change, Changes } from "../engine-update/apply-changes.js";
import { dataFile, type NewProject } from "./project.js";
import { untrackedFiles } from "./project-files.js";

/** Maximum number of files named in a message. */
const maxShown = 5;

/**
 * Checks that the changes do not destroy a file of the user: neither the input file, by replacing it with a converted copy,
 * nor an untracked file.
 * @throws {UsageError} naming the files and the fix
 */
export function checkNoDataLoss(root: string, project: NewProject, changes: Changes): void {
  const { data } = project;
  const copy = dataFile(project);
  if (data !== undefined && data.conversions.length > 0) {
    if (resolve(data.inferred.file.path) === resolve(root, copy)) {
      throw new UsageError(
        `${copy} is your file, and would be replaced by a converted copy: ${data.conversions.join(" ")} Move it to another folder first, choose another --name, or run with --force.`,
      );
    }
  }
  const lost = untrackedFiles(root, [...changes.keys()]).filter(
    (path) => !isMadeByDesktop(path) && !isCopied(join(root, path), changes.get(path)),
  );
  if (lost.length === 0) return;
  const listed = `${lost.slice(0, maxShown).join(", ")}${lost.length > maxShown ? ", …" : ""}`;
  const advice = lost.includes("package.json")
    ? "Commit the template first (git init, git add --all, git commit)"
    : "Move it to another folder first";
  throw new UsageError(
    `Untracked files would be replaced or removed, and lost: ${listed}. ${advice}, or run with --force.`,
  );
}

function isMadeByDesktop(path: string): boolean {
  return /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(path);
}

function isCopied(file: string, change: Change | undefined): boolean {
  if (change === undefined || change === "removed" || !("copyOf" in change)) return false;
  return readFileSync(file).equals(readFileSync(change.copyOf));
}
