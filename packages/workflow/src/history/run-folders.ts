import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../definition/errors.js";
import { errorCode } from "../files/error-code.js";

/**
 * Names of the folders that may be runs: not the link `latest`, and not what the engine keeps under names that begin with a
 * dot. None if the runs directory does not exist.
 * @throws {UserError} if the directory cannot be read
 */
export function folderNames(runsDirectory: string): string[] {
  try {
    return readdirSync(runsDirectory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map(({ name }) => name);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    const reason = error instanceof Error ? error.message : error;
    throw new UserError(`The runs directory ${runsDirectory} cannot be read (${reason}).`);
  }
}

/** Whether a folder has the record of a run. */
export function isRun(directory: string): boolean {
  return existsSync(join(directory, "run.json"));
}

/**
 * The name of the run to which the link `latest` points; undefined without a link, as on file systems that have none, and if
 * its run was removed.
 */
export function linkedRun(runsDirectory: string): string | undefined {
  try {
    const target = realpathSync(join(runsDirectory, "latest"));
    const isInside = dirname(target) === realpathSync(runsDirectory);
    return isInside && isRun(target) ? basename(target) : undefined;
  } catch {
    return undefined;
  }
}
