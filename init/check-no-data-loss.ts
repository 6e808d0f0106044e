import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "@pipeline/workflow";
import type { Change, Changes } from "../engine-update/apply-changes.js";
import { dataFile, type NewProject } from "./project.js";
import { untrackedFiles } from "./project-files.js";

const mostShown = 5;

/**
 * Checks that no file of the user's is lost: neither the one that was given, by a changed copy of itself, nor one that
 * git does not know.
 * @throws {UsageError} naming the files, and saying what to do
 */
export function checkNoDataLoss(root: string, project: NewProject, changes: Changes): void {
  const { data } = project;
  const copy = dataFile(project);
  if (data !== undefined && data.conversions.length > 0) {
    if (resolve(data.inferred.file.path) === resolve(root, copy)) {
      throw new UsageError(
        `${copy} is your file, and would be replaced by a changed copy: ${data.conversions.join(" ")} Put it into another folder first, choose another --name, or run with --force.`,
      );
    }
  }
  const lost = untrackedFiles(root, [...changes.keys()]).filter(
    (path) => !isMadeByDesktop(path) && !isCopied(join(root, path), changes.get(path)),
  );
  if (lost.length === 0) return;
  const shown = `${lost.slice(0, mostShown).join(", ")}${lost.length > mostShown ? ", …" : ""}`;
  const advice = lost.includes("package.json")
    ? "Commit the template first (git init, git add --all, git commit)"
    : "Put it into another folder first";
  throw new UsageError(
    `Git does not know what would be replaced or removed, so it would be lost: ${shown}. ${advice}, or run with --force.`,
  );
}

function isMadeByDesktop(path: string): boolean {
  return /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(path);
}

function isCopied(file: string, change: Change | undefined): boolean {
  if (change === undefined || change === "removed" || !("copyOf" in change)) return false;
  return readFileSync(file).equals(readFileSync(change.copyOf));
}
