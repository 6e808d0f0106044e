import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runWithoutNpm } from "./run-command.js";

/**
 * The compiler's errors in files of a project, by the project's own options; empty if there are none. Errors in the
 * packages are not checked: `npm run check` finds them.
 */
export async function typeErrors(project: string, files: readonly string[]): Promise<string> {
  // The packages are included because their declarations of other modules are in separate files.
  const config = { extends: "./tsconfig.json", include: [...files, "packages/*/src"], exclude: [] };
  writeFileSync(join(project, "tsconfig.docs.json"), JSON.stringify(config));
  // One thread needs less processor time in all, and a second call checks only what changed.
  const options = "--singleThreaded --incremental --tsBuildInfoFile docs.tsbuildinfo";
  const command = `npx --no tsc -p tsconfig.docs.json ${options}`;
  const { exitCode, stdout, stderr } = await runWithoutNpm(command, project);
  if (exitCode === 0) return "";
  const errors = `${stdout}${stderr}`.split(/^(?=\S)/m);
  return errors.filter((error) => !error.startsWith("packages/") && !error.startsWith("npm warn")).join("");
}
