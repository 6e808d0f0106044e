import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, workspaceFolder } from "./repository.js";

/**
 * Copies the files of a package that are not compiled: its programs, the files that they read, its page, its licence, and
 * licences of others' work next to what they apply to.
 * @param name of the folder below `packages/`
 * @param target the folder of the published package
 */
export function copyFiles(name: string, target: string): void {
  const from = workspaceFolder(name);
  const copy = (path: string, to = path): void => {
    mkdirSync(dirname(join(target, to)), { recursive: true });
    copyFileSync(join(from, path), join(target, to));
  };
  copyFileSync(join(root, "LICENSE"), join(target, "LICENSE"));
  copy("README.md");
  for (const path of filesBelow(from, "assets")) copy(path);
  // The declarations in bin/ are for this repository's tests.
  for (const path of filesBelow(from, "bin").filter((path) => path.endsWith(".js"))) copy(path);
  for (const path of filesBelow(from, "src").filter((path) => path.endsWith("/LICENSE"))) {
    copy(path, path.replace(/^src\//, "dist/"));
  }
}

/** The paths of files, relative to the package, with slashes. */
function filesBelow(packageFolder: string, folder: string): string[] {
  if (!existsSync(join(packageFolder, folder))) return [];
  return readdirSync(join(packageFolder, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => statSync(join(packageFolder, path)).isFile());
}
