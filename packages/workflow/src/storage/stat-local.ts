import type { Stats } from "node:fs";
import { readlink, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { UserError } from "../definition/errors.js";
import { errorCode } from "../files/error-code.js";
import { explainFileError } from "./file-error.js";

/**
 * What lies at a path of this machine, links followed; undefined where nothing does.
 * @param shown as a person would name it
 * @throws {UserError} for a link that leads to nothing, and for what cannot be read
 */
export async function statLocal(path: string, shown = path): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    const isAbsent = errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR";
    if (!isAbsent) throw explainFileError(error, shown) ?? error;
  }
  const target = await readlink(path).catch(() => undefined);
  if (target === undefined) return undefined;
  throw new UserError(
    `${shown} is a link that leads to nothing: ${resolve(dirname(path), target)} is not there. Mount the disk that it should be on, or remove the link.`,
  );
}
