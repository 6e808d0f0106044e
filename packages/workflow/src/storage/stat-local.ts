import type { Stats } from "node:fs";
import { readlink, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { UserError } from "../definition/errors.js";
import { errorCode } from "../files/error-code.js";
import { explainFileError } from "./file-error.js";

/**
 * The stats of a local path, following links; undefined if it does not exist.
 * @param displayName the path in messages
 * @throws {UserError} for a broken link and for a path that cannot be read
 */
export async function statLocal(path: string, displayName = path): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    const isAbsent = errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR";
    if (!isAbsent) throw explainFileError(error, displayName) ?? error;
  }
  const target = await readlink(path).catch(() => undefined);
  if (target === undefined) return undefined;
  throw new UserError(
    `${displayName} is a broken link: ${resolve(dirname(path), target)} does not exist. Mount its disk, or remove the link.`,
  );
}
