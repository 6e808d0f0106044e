import { UserError } from "../definition/errors.js";

/** System errors that files and folders have, and connections have not. */
const codes = new Set([
  "EACCES",
  "EBUSY",
  "EDQUOT",
  "EEXIST",
  "EFBIG",
  "EIO",
  "EISDIR",
  "ELOOP",
  "EMFILE",
  "ENAMETOOLONG",
  "ENFILE",
  "ENOENT",
  "ENOSPC",
  "ENOTDIR",
  "ENOTEMPTY",
  "EPERM",
  "EROFS",
]);

/** Puts errors of files into words that name a place; others stay. */
export function explainFileErrorAt(place: string): (error: unknown) => unknown {
  return (error) => explainFileError(error, place) ?? error;
}

/** An error of this machine's files in words for a person; undefined where it is another one. */
export function explainFileError(error: unknown, place?: string): UserError | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  // A connection's error names its other end.
  if ("address" in error || "hostname" in error || !codes.has(String(error.code))) return undefined;
  const hint =
    error.code === "ENOSPC" || error.code === "EDQUOT"
      ? "Make room on the disk."
      : "Look whether it is there, and who may read and write it.";
  const what = place ?? ("path" in error ? String(error.path) : "A file of this machine");
  return new UserError(`${what} cannot be read or written: ${error.message}. ${hint}`);
}
