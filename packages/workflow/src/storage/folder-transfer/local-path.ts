import path from "node:path";
import { UserError } from "../../definition/errors.js";
import { problemOfPath } from "./safe-path.js";

/**
 * The local path of a file in a stored folder, always below the local folder. Keys are not trusted: anyone who may write to the
 * bucket chooses them.
 * @param name relative, with slashes, as listed by the store
 * @param system the path rules to apply. Default: this machine's
 * @throws {UserError} for a name that leads outside of the folder, or that is not a valid file name here
 */
export function localPath(folder: string, name: string, system: path.PlatformPath = path): string {
  const fault = problemOfPath(name, system);
  if (fault !== undefined) {
    throw new UserError(
      `The file ${JSON.stringify(name)} of the stored folder cannot be stored on this machine: it ${fault} Copy it under another key.`,
    );
  }
  const resolved = system.resolve(folder, ...name.split("/"));
  if (system.relative(folder, resolved).split(system.sep).join("/") === name) return resolved;
  throw new UserError(
    `The file ${JSON.stringify(name)} of the stored folder would be stored outside of ${folder}. Copy it under another key.`,
  );
}

/**
 * Rejects names that would require a path to be both a file and a folder.
 * @param names in any order
 * @param owner of the files, for the error
 * @throws {UserError} naming both names
 */
export function refuseFileAsFolder(names: readonly string[], owner = "The stored folder"): void {
  const files = new Set(names);
  for (const name of names) {
    for (let slash = name.indexOf("/"); slash >= 0; slash = name.indexOf("/", slash + 1)) {
      const above = name.slice(0, slash);
      if (files.has(above)) {
        throw new UserError(
          `${owner} has the files "${above}" and "${name}": a local folder cannot have both. Copy one of them under another key.`,
        );
      }
    }
  }
}
