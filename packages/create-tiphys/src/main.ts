// `npm create tiphys`: makes a project in a new folder, or updates one.
import { resolve } from "node:path";
import { readRecordFile } from "./answers/record.js";
import { readOptions, usageOf } from "./cli/options.js";
import { runProgram } from "./cli/run-program.js";
import { create } from "./commands/create.js";
import { updateCommand } from "./commands/update.js";
import { writeProjectTree } from "./make/write-files.js";
import { packagesIn } from "./npm/find-packages.js";
import { readPackedTemplate } from "./template/packed-template.js";
import { projectTree } from "./template/project-tree.js";

const template = readPackedTemplate(new URL("./template.json", import.meta.url));

await runProgram(async () => {
  const options = readOptions(process.argv.slice(2), "create");
  if (options.help) return console.log(usageOf("create"));
  const folder = process.cwd();
  if (options.original !== undefined) {
    const { project } = readRecordFile(options.original);
    return writeProjectTree(folder, projectTree(template, project));
  }
  if (options.update) return updateCommand(folder, options, template);
  return create(options, folder, template, async () =>
    options.packages === undefined
      ? { packages: "registry" }
      : packagesIn(resolve(folder, options.packages), template.version),
  );
});
