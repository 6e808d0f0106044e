import { resolve } from "node:path";
import { UsageError } from "@pipeline/workflow";
import { dataFile, type Project } from "./project.js";

/**
 * Checks that the user's file is not replaced by a changed copy of itself.
 * @throws {UsageError} saying where it may lie instead
 */
export function requireFileToStay(root: string, project: Project): void {
  const { data } = project;
  const copy = dataFile(project);
  if (data === undefined || data.conversions.length === 0) return;
  if (resolve(data.inferred.file.path) !== resolve(root, copy)) return;
  throw new UsageError(
    `${copy} is your file, and would be replaced by a changed copy: ${data.conversions.join(" ")} Put it into another folder first, choose another --name, or run with --force.`,
  );
}
