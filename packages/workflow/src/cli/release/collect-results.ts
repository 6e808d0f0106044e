import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { UserError } from "../../definition/errors.js";

/**
 * Copies the files of a release from any depth of a run's folder into one flat folder.
 * @param files their names, without duplicates
 * @throws {UserError} if one is missing, or exists twice with different content
 */
export function collectResults(from: string, to: string, files: readonly string[]): void {
  if (!existsSync(from)) throw new UserError(`${from} does not exist: no results to collect.`);
  const found = filesBelow(from);
  const chosen = files.map((name) => {
    const [first, ...others] = found.filter((path) => basename(path) === name);
    if (first === undefined) {
      throw new UserError(
        `${name} is not among the results in ${from}. src/release.ts lists the files of a release.`,
      );
    }
    const differs = others.find((other) => !readFileSync(other).equals(readFileSync(first)));
    if (differs !== undefined)
      throw new UserError(
        `${name} exists twice with different content: ${first} and ${differs}. Give the files different names.`,
      );
    return first;
  });
  mkdirSync(to, { recursive: true });
  for (const path of chosen) copyFileSync(path, join(to, basename(path)));
}

/** All files below a folder. The folder itself may be a link, such as runs/latest; links to folders in it are not followed. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort();
}
