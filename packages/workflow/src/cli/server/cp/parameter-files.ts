import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { parametersFolder, toParameterFile } from "../../../definition/port-files.js";
import { writeFileAtomicallySync } from "../../../files/write-atomically.js";
import { joinSafe, placeBelow, type SafePath, safePath } from "../../../storage/folder-transfer/safe-path.js";

/** An output parameter, which a step on this machine writes to a file. */
export interface ParameterFile {
  /** Relative to the run's directory. */
  readonly path: SafePath;
  readonly text: string;
}

/**
 * The files of a task's output parameters.
 * @throws {UserError} for a name that is not a valid file name
 */
export function parameterFiles(
  task: SafePath,
  parameters: Readonly<Record<string, string>>,
): ParameterFile[] {
  const folder = joinSafe(task, safePath(parametersFolder, "The folder"));
  return Object.entries(parameters).map(([name, text]) => ({
    path: joinSafe(folder, safePath(name, "The output parameter")),
    text,
  }));
}

/** Writes output parameters as a step on this machine does. */
export function writeParameterFiles(directory: string, files: readonly ParameterFile[]): void {
  for (const { path, text } of files) {
    const file = placeBelow(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileAtomicallySync(file, toParameterFile(text));
  }
}
