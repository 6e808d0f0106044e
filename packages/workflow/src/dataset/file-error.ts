import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { didYouMean } from "@tiphys/argo-lint/text";
import { UsageError } from "../definition/errors.js";
import { errorCode } from "../files/error-code.js";
import { displayPath } from "./display-path.js";

/** The error for a path that cannot be opened; undefined for errors that the user cannot fix. */
export function fileError(path: string, error: unknown): UsageError | undefined {
  const shown = displayPath(path);
  switch (errorCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return new UsageError(`${shown} does not exist.${didYouMean(basename(path), neighbours(path))}`);
    case "EISDIR":
      return new UsageError(`${shown} is a folder, expected a CSV file.`);
    case "EACCES":
    case "EPERM":
      return new UsageError(`${shown} cannot be read: permission denied.`);
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
