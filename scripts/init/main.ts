// `npm run init`: turns a clone of this repository into a project, or makes one in another folder.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { printableLines } from "@tiphys/argo-lint/text";
import { dialogueFor } from "../../packages/create-tiphys/src/cli/dialogue.js";
import { type Options, readOptions, usageOf } from "../../packages/create-tiphys/src/cli/options.js";
import { planProject } from "../../packages/create-tiphys/src/cli/plan-project.js";
import { runProgram } from "../../packages/create-tiphys/src/cli/run-program.js";
import { dataSummary, nextCommands } from "../../packages/create-tiphys/src/cli/summary.js";
import { create } from "../../packages/create-tiphys/src/commands/create.js";
import { requireFreshTemplate } from "../../packages/create-tiphys/src/init/fresh-template.js";
import { initClone } from "../../packages/create-tiphys/src/init/init-clone.js";
import {
  isInRegistry,
  type PackageSource,
  packagesIn,
} from "../../packages/create-tiphys/src/npm/find-packages.js";
import { readRepository } from "../../packages/create-tiphys/src/template/read-repository.js";
import { packPackages } from "../pack/pack-packages.js";
import { root } from "../pack/repository.js";

const workingFolder = process.env.INIT_CWD ?? process.cwd();

await runProgram(async () => {
  const options = readOptions(process.argv.slice(2), "init");
  if (options.help) return console.log(usageOf("init"));
  if (options.folder === undefined) return initInPlace(options);
  const template = readRepository(root);
  await create(options, workingFolder, template, () => findSource(options, template.version));
});

async function initInPlace(options: Options): Promise<void> {
  if (!options.force) requireFreshTemplate(root);
  const template = readRepository(root);
  const { project, inferred } = await planProject(
    options,
    workingFolder,
    basename(root),
    dialogueFor(options),
  );
  const say = (line: string): void => console.log(printableLines(line));
  for (const line of dataSummary(project, inferred)) say(line);
  const source = await findSource(options, template.version);
  await initClone(root, { project, inferred }, { ...options, template, source, onPart: say });
  say(`This project is now ${project.name}, and its image is ${project.image}.`);
  for (const line of nextCommands("", options.install)) say(line);
}

/** The packages in the given folder, or in the registry, or else those of this clone. */
async function findSource({ packages }: Options, version: string): Promise<PackageSource> {
  if (packages !== undefined) return packagesIn(resolve(workingFolder, packages), version);
  if (await isInRegistry(version)) return { packages: "registry" };
  console.log("The registry does not have this version of the packages: packing them from this clone.");
  const folder = mkdtempSync(join(tmpdir(), "tiphys-packages-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  await packPackages(folder);
  return { packages: "vendor", folder };
}
