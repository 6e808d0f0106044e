import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPackage, tarballName } from "../answers/engine-packages.js";
import { type ProjectRecord, recordFile } from "../answers/record.js";
import { install } from "../npm/npm.js";
import { projectTree } from "../template/project-tree.js";
import type { ProjectTemplate } from "../template/template.js";
import { writeProjectTree } from "./write-files.js";

/** How long an earlier version may take to write a project's files, in milliseconds. */
const deadline = 60_000;

/**
 * Writes a project's files as they were made, without its data and tarballs: with this version, or with the earlier one of
 * the record, which is installed from the project's `vendor/` or from the registry.
 * @param target the folder for them
 * @throws {UserError} if the earlier version cannot be installed
 */
export async function originalFiles(
  folder: string,
  { version, project }: ProjectRecord,
  template: ProjectTemplate,
  target: string,
): Promise<void> {
  if (version === template.version) return writeProjectTree(target, projectTree(template, project));
  const scratch = mkdtempSync(join(tmpdir(), "tiphys-earlier-"));
  try {
    const vendored = join(folder, "vendor", tarballName(createPackage, version));
    await install(
      scratch,
      "--no-save",
      "--no-package-lock",
      existsSync(vendored) ? vendored : `${createPackage}@${version}`,
    );
    mkdirSync(target, { recursive: true });
    const program = join(scratch, "node_modules", createPackage, "bin", "create-tiphys.js");
    execFileSync(process.execPath, [program, "--original", join(folder, recordFile)], {
      cwd: target,
      stdio: ["ignore", "ignore", "inherit"],
      timeout: deadline,
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
