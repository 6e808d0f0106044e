import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./run-command.js";

/**
 * What the compiler says to some files of a project, under the project's own rules; empty where all is well. Errors in
 * the packages are left out: they are found by the check of the packages themselves.
 */
export async function typeErrors(project: string, files: readonly string[]): Promise<string> {
  // The packages are named too, because what they declare about others' modules stands in files of its own.
  const config = { extends: "./tsconfig.json", include: [...files, "packages/*/src"], exclude: [] };
  writeFileSync(join(project, "tsconfig.docs.json"), JSON.stringify(config));
  const { exitCode, stdout, stderr } = await runCommand("npx --no -- tsc -p tsconfig.docs.json", project);
  if (exitCode === 0) return "";
  const errors = `${stdout}${stderr}`.split(/^(?=\S)/m);
  return errors.filter((error) => !error.startsWith("packages/") && !error.startsWith("npm warn")).join("");
}
