import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { didYouMean } from "../definition/did-you-mean.js";
import { UsageError } from "../definition/errors.js";
import { errorCode } from "../files/error-code.js";
import { shownPath } from "./shown-path.js";

/** What is wrong with a path that cannot be opened; undefined for errors that a person cannot mend. */
export function fileError(path: string, error: unknown): UsageError | undefined {
  const shown = shownPath(path);
  switch (errorCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return new UsageError(`There is no file ${shown}.${didYouMean(basename(path), neighbours(path))}`);
    case "EISDIR":
      return new UsageError(`${shown} is a folder, expected a CSV file.`);
    case "EACCES":
    case "EPERM":
      return new UsageError(`${shown} may not be read: permission denied.`);
    default:
      return undefined;
  }
}

function neighbours(path: string): string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}
