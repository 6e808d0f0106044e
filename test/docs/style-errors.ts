import { cpSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-copy.js";
import { runWithoutNpm } from "./run-command.js";

/** Findings of the formatter and the linter in files of a project, by the template's rules; empty if there are none. */
export async function styleErrors(project: string, files: readonly string[]): Promise<string> {
  cpSync(join(projectRoot, "biome.json"), join(project, "biome.json"));
  const options = "--error-on-warnings --vcs-enabled=false --max-diagnostics=20 --colors=off";
  const names = files.map((file) => `"${file}"`).join(" ");
  const { exitCode, stdout, stderr } = await runWithoutNpm(
    `npx --no biome check ${options} ${names}`,
    project,
  );
  return exitCode === 0 ? "" : `${stdout}${stderr}`;
}
