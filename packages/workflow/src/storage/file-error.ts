import { UserError } from "../definition/errors.js";

/** System error codes of files and folders, as opposed to connections. */
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

/** Returns a function that explains file errors at a path and returns other errors unchanged. */
export function explainFileErrorAt(path: string): (error: unknown) => unknown {
  return (error) => explainFileError(error, path) ?? error;
}

/** Explains an error of the local file system to the user; returns undefined for any other error. */
export function explainFileError(error: unknown, path?: string): UserError | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  // An error with an address or a host name comes from a connection.
  if ("address" in error || "hostname" in error || !codes.has(String(error.code))) return undefined;
  const hint =
    error.code === "ENOSPC" || error.code === "EDQUOT"
      ? "Make room on the disk."
      : "Check that it exists and that you may read and write it.";
  const what = path ?? ("path" in error ? String(error.path) : "A file of this machine");
  return new UserError(`${what} cannot be read or written: ${error.message}. ${hint}`);
}
