import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const projectRoot = join(import.meta.dirname, "..", "..");

const copied = [
  "src",
  "data",
  "examples",
  "test/setup.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vitest.config.ts",
  "packages/argo-lint/package.json",
  "packages/argo-lint/src",
  "packages/ml/package.json",
  "packages/ml/src",
  "packages/workflow/package.json",
  "packages/workflow/assets",
  "packages/workflow/bin",
  "packages/workflow/src",
  // test/setup.ts imports it.
  "packages/workflow/test/temp-dir.ts",
];

/**
 * Copies the project, so that a page's commands and edits do not change it. The packages are links to the installed ones.
 * @param name with which the name of the copy's directory begins
 * @returns the copy's directory, which the caller removes
 */
export function copyProject(name = "docs-"): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), name)));
  for (const path of copied) cpSync(join(projectRoot, path), join(copy, path), { recursive: true });
  const installed = join(projectRoot, "node_modules");
  const modules = join(copy, "node_modules");
  mkdirSync(join(modules, "@tiphys"), { recursive: true });
  for (const name of ["argo-lint", "ml", "workflow"])
    symlinkSync(join(copy, "packages", name), join(modules, "@tiphys", name));
  for (const name of readdirSync(installed)) {
    if (name !== "@tiphys" && !name.startsWith(".")) symlinkSync(join(installed, name), join(modules, name));
  }
  // Its own program bundles its own engine.
  mkdirSync(join(modules, ".bin"));
  for (const name of readdirSync(join(installed, ".bin"))) {
    const program = name === "tiphys" ? "../@tiphys/workflow/bin/tiphys.js" : join(installed, ".bin", name);
    symlinkSync(program, join(modules, ".bin", name));
  }
  return copy;
}
