import path from "node:path";
import { UserError } from "../../definition/errors.js";
import { keyProblem } from "../object-key.js";

declare const checked: unique symbol;

/**
 * A relative path with slashes that stays below whichever folder it is joined to. Only {@link safePath} makes one, so that no
 * path can be made of an unchecked name.
 */
export type SafePath = string & { readonly [checked]: true };

/** Names that Windows reserves for devices, with any extension. */
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** File systems hold no longer name, in UTF-16 code units; many count bytes of UTF-8 and hold less. */
const longestName = 255;

/**
 * Checks a name that came from elsewhere, such as a server, a bucket or an archive.
 * @param what for the error: `The output parameter`
 * @param system whose rules for paths hold; default: this machine's
 * @throws {UserError} for a name that is absolute, has the parts "", "." or "..", or cannot be the name of a file here
 */
export function safePath(text: string, what: string, system: path.PlatformPath = path): SafePath {
  if (isSafePath(text, system)) return text;
  const shown = JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
  throw new UserError(`${what} ${shown} cannot be a file on this machine: it ${problemOfPath(text, system)}`);
}

/** A path below another one. */
export function joinSafe(above: SafePath, below: SafePath): SafePath {
  return safePath(`${above}/${below}`, "The path");
}

/** Where a checked path lies below a folder of this machine. */
export function placeBelow(folder: string, below: SafePath, system: path.PlatformPath = path): string {
  return system.resolve(folder, ...below.split("/"));
}

function isSafePath(text: string, system: path.PlatformPath): text is SafePath {
  return problemOfPath(text, system) === undefined;
}

/** What keeps a text from being a path below a folder, as the end of a sentence that names it. */
export function problemOfPath(text: string, system: path.PlatformPath = path): string | undefined {
  const isWindows = system === path.win32 || system.sep === "\\";
  return keyProblem(text) ?? problemOfLength(text) ?? (isWindows ? problemOnWindows(text) : undefined);
}

function problemOfLength(text: string): string | undefined {
  const part = text.split("/").find(({ length }) => length > longestName);
  return part === undefined
    ? undefined
    : `has a part of ${part.length} characters. File systems allow ${longestName}.`;
}

function problemOnWindows(text: string): string | undefined {
  for (const part of text.split("/")) {
    const [character] = /[\\:*?"<>|]/.exec(part) ?? [];
    if (character !== undefined) return `has the character ${character}, which Windows does not allow.`;
    if (/[. ]$/.test(part)) return "ends a part with a dot or a space, which Windows leaves out.";
    if (devices.test(part)) return `has the part "${part}", which is a device on Windows.`;
  }
  return undefined;
}
