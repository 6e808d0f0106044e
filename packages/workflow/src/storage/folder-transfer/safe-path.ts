import path from "node:path";
import { UserError } from "../../definition/errors.js";
import { keyProblem } from "../object-key.js";

declare const checked: unique symbol;

/**
 * A relative path with slashes that stays below any folder it is joined to. Only {@link safePath} creates one, so an unchecked
 * name cannot become a path.
 */
export type SafePath = string & { readonly [checked]: true };

/** Names that Windows reserves for devices, with any extension. */
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** The limit of file systems, in UTF-16 code units; many count UTF-8 bytes and allow less. */
const maxNameLength = 255;

/**
 * Checks a name from an untrusted source, such as a server, a bucket or an archive.
 * @param what names the source in the error, such as `The output parameter`
 * @param system the path rules to apply. Default: this machine's
 * @throws {UserError} for a name that is absolute, has a part "", "." or "..", or is not a valid file name here
 */
export function safePath(text: string, what: string, system: path.PlatformPath = path): SafePath {
  if (isSafePath(text, system)) return text;
  const shown = JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
  throw new UserError(`${what} ${shown} cannot be a file on this machine: it ${problemOfPath(text, system)}`);
}

/** Joins two checked paths. */
export function joinSafe(above: SafePath, below: SafePath): SafePath {
  return safePath(`${above}/${below}`, "The path");
}

/** The absolute path of a checked path below a local folder. */
export function placeBelow(folder: string, below: SafePath, system: path.PlatformPath = path): string {
  return system.resolve(folder, ...below.split("/"));
}

function isSafePath(text: string, system: path.PlatformPath): text is SafePath {
  return problemOfPath(text, system) === undefined;
}

/** Why a text is not a valid path below a folder, as the end of a sentence about it; undefined for a valid path. */
export function problemOfPath(text: string, system: path.PlatformPath = path): string | undefined {
  const isWindows = system === path.win32 || system.sep === "\\";
  return keyProblem(text) ?? problemOfLength(text) ?? (isWindows ? problemOnWindows(text) : undefined);
}

function problemOfLength(text: string): string | undefined {
  const part = text.split("/").find(({ length }) => length > maxNameLength);
  return part === undefined
    ? undefined
    : `has a part of ${part.length} characters. File systems allow ${maxNameLength}.`;
}

function problemOnWindows(text: string): string | undefined {
  for (const part of text.split("/")) {
    const [character] = /[\\:*?"<>|]/.exec(part) ?? [];
    if (character !== undefined) return `has the character ${character}, which Windows does not allow.`;
    if (/[. ]$/.test(part)) return "ends a part with a dot or a space, which Windows removes.";
    if (devices.test(part)) return `has the part "${part}", which is a device on Windows.`;
  }
  return undefined;
}
