import { basename, relative, resolve } from "node:path";
import { printableLines } from "@tiphys/argo-lint/text";
import { dialogueFor } from "../cli/dialogue.js";
import type { Options } from "../cli/options.js";
import { planProject } from "../cli/plan-project.js";
import { dataSummary, nextCommands } from "../cli/summary.js";
import { checkTarget, createProject } from "../make/create-project.js";
import type { PackageSource } from "../npm/find-packages.js";
import type { ProjectTemplate } from "../template/template.js";

/**
 * Makes a project in a new folder, as the options and the answers say.
 * @param workingFolder the folder that paths are relative to
 * @param findSource finds the engine's packages
 * @throws {UserError} if it cannot be made; then nothing is left of it
 */
export async function create(
  options: Options,
  workingFolder: string,
  template: ProjectTemplate,
  findSource: () => Promise<PackageSource>,
): Promise<void> {
  const given = options.folder === undefined ? undefined : resolve(workingFolder, options.folder);
  if (given !== undefined) checkTarget(given);
  const planned = await planProject(
    options,
    workingFolder,
    given === undefined ? "my-pipeline" : basename(given),
    dialogueFor(options),
  );
  const target = given ?? resolve(workingFolder, planned.project.name);
  checkTarget(target);
  const say = (line: string): void => console.log(printableLines(line));
  for (const line of dataSummary(planned.project, planned.inferred)) say(line);
  const source = await findSource();
  await createProject(target, planned, { template, source, install: options.install, onPart: say });
  const shown = relative(process.cwd(), target);
  say(
    `${planned.project.name} is in ${shown === "" ? "this folder" : shown}, and its image is ${planned.project.image}.`,
  );
  for (const line of nextCommands(shown, options.install)) say(line);
}
