import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, posix } from "node:path";
import { BundleError } from "./bundle-error.js";

/**
 * The packages that cannot be bundled, such as those with native code: programs load them from `node_modules`. The project,
 * its workspaces and the packages that it depends on list their own in package.json, as `"tiphys": { "external": [...] }`:
 * names, or objects with a name and the only files that programs read.
 *
 * @param {string} root the project's directory
 * @returns {{ name: string, files: string[] | undefined, manifest: string }[]} manifest: the package.json that lists it,
 *   relative to the project's directory
 * @throws {BundleError} for a list of another shape
 */
export function externalPackages(root) {
  return manifestsOf(root).flatMap((manifest) => {
    const { external = [] } = readManifest(root, manifest).tiphys ?? {};
    if (!Array.isArray(external)) {
      throw new BundleError(
        `${manifest}: tiphys.external is ${JSON.stringify(external)}, expected a list of packages, such as ["sharp"]. Fix it, or remove it.`,
      );
    }
    return external.map((entry, i) => externalPackage(entry, `${manifest}: tiphys.external[${i}]`, manifest));
  });
}

/**
 * The package.json of the project, of its workspaces, and of the packages that it depends on, as paths relative to the
 * project's directory; each once.
 * @param {string} root
 */
export function manifestsOf(root) {
  const { workspaces = [], dependencies = {} } = readManifest(root, "package.json");
  const patterns = Array.isArray(workspaces) ? workspaces : (workspaces.packages ?? []);
  const folders = [
    ".",
    ...patterns.flatMap((pattern) => foldersOf(root, pattern)),
    ...Object.keys(dependencies).map((name) => posix.join("node_modules", name)),
  ];
  const byFile = new Map();
  for (const path of folders.map((folder) => posix.join(folder, "package.json"))) {
    if (!existsSync(join(root, path))) continue;
    const file = realpathSync(join(root, path));
    if (!byFile.has(file)) byFile.set(file, path);
  }
  return [...byFile.values()];
}

/** The folders that a pattern of npm matches, where a star stands for one whole name. @param {string} root @param {string} pattern */
function foldersOf(root, pattern) {
  return pattern
    .split("/")
    .reduce(
      (folders, part) =>
        folders.flatMap((folder) =>
          part === "*"
            ? namesIn(join(root, folder)).map((name) => posix.join(folder, name))
            : posix.join(folder, part),
        ),
      ["."],
    );
}

/** @param {string} folder @returns {string[]} */
function namesIn(folder) {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** @param {string} root @param {string} manifest */
function readManifest(root, manifest) {
  const path = join(root, manifest);
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8")) ?? {};
  } catch (error) {
    throw new BundleError(`${manifest} cannot be read: ${error.message}`);
  }
}

/** @param {unknown} entry @param {string} where @param {string} manifest */
function externalPackage(entry, where, manifest) {
  const { name, files, ...others } = typeof entry === "string" ? { name: entry } : (entry ?? {});
  const isFileList =
    files === undefined || (Array.isArray(files) && files.length > 0 && files.every(isInside));
  if (!isPackageName(name) || !isFileList || Object.keys(others).length > 0) {
    throw new BundleError(
      `${where} is ${JSON.stringify(entry)}, expected the name of a package, or an object such as { "name": "sharp", "files": ["package.json"] } with paths inside of the package. Fix it, or remove it.`,
    );
  }
  return { name, files, manifest };
}

/** @param {unknown} name */
function isPackageName(name) {
  return typeof name === "string" && /^(@[\w.-]+\/)?\w[\w.-]*$/.test(name);
}

/** @param {unknown} path */
function isInside(path) {
  return (
    typeof path === "string" && path !== "" && !path.startsWith("/") && !path.split(/[\\/]/).includes("..")
  );
}
