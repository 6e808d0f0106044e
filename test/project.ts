import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { linkPackages, tempDir } from "../packages/workflow/test/cli/fixture-project.js";

/** This project's directory. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** A copy of this project in a directory of its own, which is removed after the tests of the file. */
export function projectCopy(directoryName?: string): string {
  const copy = tempDir(directoryName);
  for (const entry of ["package.json", "package-lock.json", "tsconfig.json", "src", "data"]) {
    cpSync(join(root, entry), join(copy, entry), { recursive: true });
  }
  linkPackages(copy);
  return copy;
}

/** How long a run on a project's data may take, however large it is, in milliseconds. */
export const runDeadline = 300_000;

export { tempDir } from "../packages/workflow/test/cli/fixture-project.js";
export {
  type Ended,
  latestRun,
  pipeline,
  recordIn,
  start,
  treeIn,
} from "../packages/workflow/test/cli/program.js";
