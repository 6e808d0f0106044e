import path from "node:path";
import { UserError } from "../../definition/errors.js";
import { problemOfPath } from "./safe-path.js";

/**
 * Where a file of a stored folder goes on this machine: below the folder, whatever its name is. Keys are chosen by whoever may
 * write to the bucket, who need not mean well.
 * @param name with slashes, as the store gave it
 * @param system whose rules for paths hold; this machine's where left out
 * @throws {UserError} for a name that leads elsewhere, or that is no name of a file here
 */
export function localPath(folder: string, name: string, system: path.PlatformPath = path): string {
  const fault = problemOfPath(name, system);
  if (fault !== undefined) {
    throw new UserError(
      `The file ${JSON.stringify(name)} of the stored folder cannot lie on this machine: it ${fault} Copy it under another key.`,
    );
  }
  const place = system.resolve(folder, ...name.split("/"));
  if (system.relative(folder, place).split(system.sep).join("/") === name) return place;
  throw new UserError(
    `The file ${JSON.stringify(name)} of the stored folder would lie outside of ${folder}. Copy it under another key.`,
  );
}

/**
 * Refuses names of which one would have to be a file and a folder at once.
 * @param names in any order
 * @param owner of the files, for the error
 * @throws {UserError} naming both
 */
export function refuseFileAsFolder(names: readonly string[], owner = "The stored folder"): void {
  const files = new Set(names);
  for (const name of names) {
    for (let slash = name.indexOf("/"); slash >= 0; slash = name.indexOf("/", slash + 1)) {
      const above = name.slice(0, slash);
      if (files.has(above)) {
        throw new UserError(
          `${owner} has the files "${above}" and "${name}": no folder on a disk can have both. Copy one of them under another key.`,
        );
      }
    }
  }
}
