import path from "node:path";
import { UserError } from "../../definition/errors.js";
import { faultOfKey } from "../object-key.js";

/** Names that Windows keeps for devices, with any extension. */
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * Where a file of a stored folder goes on this machine: below the folder, whatever its name is. Keys are chosen by whoever may
 * write to the bucket, who need not mean well.
 * @param name with slashes, as the store gave it
 * @param system whose rules for paths hold; this machine's where left out
 * @throws {UserError} for a name that leads elsewhere, or that is no name of a file here
 */
export function placeOf(folder: string, name: string, system: path.PlatformPath = path): string {
  const fault =
    faultOfKey(name) ?? (system === path.win32 || system.sep === "\\" ? faultOnWindows(name) : undefined);
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

function faultOnWindows(name: string): string | undefined {
  for (const part of name.split("/")) {
    const [character] = /[\\:*?"<>|]/.exec(part) ?? [];
    if (character !== undefined) return `has the character ${character}, which Windows does not allow.`;
    if (/[. ]$/.test(part)) return "ends a part with a dot or a space, which Windows leaves out.";
    if (devices.test(part)) return `has the part "${part}", which is a device on Windows.`;
  }
  return undefined;
}

/**
 * Refuses names of which one would have to be a file and a folder at once.
 * @param names in any order
 * @throws {UserError} naming both
 */
export function refuseFileAsFolder(names: readonly string[]): void {
  const files = new Set(names);
  for (const name of names) {
    for (let slash = name.indexOf("/"); slash >= 0; slash = name.indexOf("/", slash + 1)) {
      const above = name.slice(0, slash);
      if (files.has(above)) {
        throw new UserError(
          `The stored folder has the files "${above}" and "${name}": no folder on a disk can have both. Copy one of them under another key.`,
        );
      }
    }
  }
}
