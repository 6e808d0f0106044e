import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { printableLines } from "@tiphys/argo-lint/text";
import { UsageError } from "@tiphys/workflow";
import type { NewProject } from "../answers/answers.js";
import { vendorTarballs } from "../answers/engine-packages.js";
import { type ProjectRecord, readRecordFile, recordFile } from "../answers/record.js";
import type { Options } from "../cli/options.js";
import { originalFiles } from "../make/original-files.js";
import { pathsBelow, writeProjectTree } from "../make/write-files.js";
import { isInRegistry, type PackageSource, packagesIn } from "../npm/find-packages.js";
import { format, formatterIn } from "../npm/format.js";
import { install } from "../npm/npm.js";
import { projectTree } from "../template/project-tree.js";
import type { ProjectTemplate } from "../template/template.js";
import { formatUpdateReport } from "../update/report.js";
import { updateProject } from "../update/update-project.js";

/**
 * Brings the files that a project has from the template up to this version, and installs its packages.
 * @param folder the project's folder
 * @throws {UsageError} if it is not a project, or its edits are not committed
 */
export async function updateCommand(
  folder: string,
  options: Options,
  template: ProjectTemplate,
): Promise<void> {
  const record = recordOf(folder);
  const source = await sourceFor(folder, options, record, template.version);
  const formatter = formatterIn(folder);
  if (formatter === undefined) {
    throw new UsageError(
      "The project's packages are not installed, among them its formatter. Run npm install first.",
    );
  }
  const project: NewProject = { ...record.project, packages: source.packages };
  const scratch = mkdtempSync(join(tmpdir(), "tiphys-update-"));
  try {
    const before = join(scratch, "before");
    const after = join(scratch, "after");
    await originalFiles(folder, record, template, before);
    writeProjectTree(after, projectTree(template, project));
    for (const side of [before, after]) format(formatter, side);
    const report = updateProject(folder, {
      before: new Map([...filesBelow(before), ...tarballsIn(join(folder, "vendor"), record.version)]),
      after: new Map([
        ...filesBelow(after),
        ...(source.packages === "vendor" ? tarballsIn(source.folder, template.version) : []),
      ]),
      versions: { from: record.version, to: template.version },
    });
    for (const line of formatUpdateReport(report)) console.log(printableLines(line));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  if (!options.install) return;
  console.log("Installing its packages.");
  await install(folder);
}

function recordOf(folder: string): ProjectRecord {
  const file = join(folder, recordFile);
  if (existsSync(file)) return readRecordFile(file);
  throw new UsageError(
    `${folder} does not contain ${recordFile}. Expected the folder of a project that npm create tiphys or npm run init made.`,
  );
}

/** Where the project's packages come from after the update: from a registry if they did, or else if it has them. */
async function sourceFor(
  folder: string,
  options: Options,
  { project }: ProjectRecord,
  version: string,
): Promise<PackageSource> {
  if (options.packages !== undefined) return packagesIn(resolve(folder, options.packages), version);
  if (project.packages === "registry" || (await isInRegistry(version))) return { packages: "registry" };
  throw new UsageError(
    `The project has its packages as tarballs in vendor/, and the registry does not have version ${version}. Give a folder with the new tarballs: --packages FOLDER`,
  );
}

function filesBelow(folder: string): [string, Buffer][] {
  return pathsBelow(folder).map((path) => [path, readFileSync(join(folder, path))]);
}

function tarballsIn(folder: string, version: string): [string, Buffer][] {
  return vendorTarballs(version)
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => [`vendor/${name}`, readFileSync(join(folder, name))]);
}
