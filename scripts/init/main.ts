// `npm run init`: turns a clone of this repository into a project, or makes one in another folder.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
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
  const packed = mkdtempSync(join(tmpdir(), "tiphys-packages-"));
  try {
    if (options.folder === undefined) await initInPlace(options, packed);
    else {
      const template = readRepository(root);
      await create(options, workingFolder, template, () => findSource(options, template.version, packed));
    }
  } finally {
    rmSync(packed, { recursive: true, force: true });
  }
});

async function initInPlace(options: Options, packed: string): Promise<void> {
  if (!options.force) requireFreshTemplate(root);
  const template = readRepository(root);
  const { project, inferred } = await planProject(
    options,
    workingFolder,
    basename(root),
    dialogueFor(options),
  );
  for (const line of dataSummary(project, inferred)) console.log(line);
  const source = await findSource(options, template.version, packed);
  const onPart = (sentence: string): void => console.log(sentence);
  await initClone(root, { project, inferred }, { ...options, template, source, onPart });
  console.log(`This project is now ${project.name}, and its image is ${project.image}.`);
  for (const line of nextCommands("", options.install)) console.log(line);
}

/** The packages in the given folder, or in the registry, or else those of this clone. */
async function findSource({ packages }: Options, version: string, folder: string): Promise<PackageSource> {
  if (packages !== undefined) return packagesIn(resolve(workingFolder, packages), version);
  if (await isInRegistry(version)) return { packages: "registry" };
  console.log("The registry does not have this version of the packages: packing them from this clone.");
  await packPackages(folder);
  return { packages: "vendor", folder };
}
