import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { UserError } from "../../src/definition/errors.js";

/**
 * Copies the files of a release out of all that a run has left, wherever they lie below it, side by side into one folder.
 * @param files their names, each once
 * @throws {UserError} where one is missing, or lies there twice with different content
 */
export function collectResults(from: string, to: string, files: readonly string[]): void {
  if (!existsSync(from)) throw new UserError(`${from} is not there: no results to collect.`);
  const found = filesBelow(from);
  const chosen = files.map((name) => {
    const [first, ...others] = found.filter((path) => basename(path) === name);
    if (first === undefined) {
      throw new UserError(
        `${name} is not among the results in ${from}. Which files a release has stands in src/release.ts.`,
      );
    }
    const differs = others.find((other) => !readFileSync(other).equals(readFileSync(first)));
    if (differs !== undefined)
      throw new UserError(`${name} is there twice: ${first} and ${differs}. Name files apart.`);
    return first;
  });
  mkdirSync(to, { recursive: true });
  for (const path of chosen) copyFileSync(path, join(to, basename(path)));
}

/** All files below a folder. Links to folders, such as runs/latest itself, are followed at its top only. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort();
}
