import { cpSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-copy.js";
import { runCommand } from "./run-command.js";

/** What the formatter and the linter say to some files of a project, under the template's rules; empty where all is well. */
export async function styleErrors(project: string, files: readonly string[]): Promise<string> {
  cpSync(join(projectRoot, "biome.json"), join(project, "biome.json"));
  const options = "--error-on-warnings --vcs-enabled=false --max-diagnostics=20 --colors=off";
  const names = files.map((file) => `"${file}"`).join(" ");
  const { exitCode, stdout, stderr } = await runCommand(`npx --no biome check ${options} ${names}`, project);
  return exitCode === 0 ? "" : `${stdout}${stderr}`;
}
