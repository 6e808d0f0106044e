import { cpSync, existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { externalPackages } from "./external-packages.js";

export class MissingPackageError extends Error {
  name = "MissingPackageError";
}

/** Operating systems, as packages with native code have them in their names. */
const platforms = /-(?:aix|android|darwin|freebsd|linux|openbsd|sunos|win32)-/;

/**
 * Copies the packages that cannot be bundled, with the packages that they need. Of native packages, which a package lists as
 * optional dependencies, only those for the target are copied.
 *
 * @param {string} root the project's directory
 * @param {string} folder the `node_modules` of the image
 * @param {{ platform?: string, cpu?: string }} [target] platform and processor of the image, in
 *   Node's names; default: this machine's
 * @throws {MissingPackageError} if a package, or its native package for the target, is not installed
 */
export function copyPackages(root, folder, { platform = process.platform, cpu = process.arch } = {}) {
  const copy = (path) => (file) =>
    cpSync(join(path, file), join(folder, placeOf(root, path), file), {
      recursive: true,
      dereference: true,
      filter: (each) => !each.endsWith(".d.ts"),
    });
  const found = new Set();
  for (const { name, files, manifest } of externalPackages(root)) {
    const path = findPackage(name, dirname(join(root, manifest)));
    if (path === undefined) {
      throw new MissingPackageError(
        `${name} is not installed, which ${manifest} lists in tiphys.external. Install it, or remove it from the list.`,
      );
    }
    if (files === undefined) addWithDependencies(found, path, { platform, cpu });
    else copyFiles(files, path, copy(path), { name, manifest });
  }
  for (const path of found) copy(path)("");
}

/** @param {string[]} files @param {string} path @param {(file: string) => void} copy */
function copyFiles(files, path, copy, { name, manifest }) {
  for (const file of files) {
    if (!existsSync(join(path, file))) {
      throw new MissingPackageError(
        `${name} has no file ${file}, which ${manifest} lists in tiphys.external. Fix the path, or remove it.`,
      );
    }
    copy(file);
  }
}

/** Where a package belongs below the image's `node_modules`. @param {string} root @param {string} path */
function placeOf(root, path) {
  const inProject = relative(root, path);
  const modules = `node_modules${sep}`;
  return inProject.slice(inProject.indexOf(modules) + modules.length);
}

/** @param {Set<string>} found @param {string} path @param {{ platform: string, cpu: string }} target */
function addWithDependencies(found, path, target) {
  if (found.has(path)) return;
  found.add(path);
  const { dependencies = {}, optionalDependencies = {} } = readManifest(path);
  for (const name of Object.keys(dependencies)) {
    if (name in optionalDependencies) continue;
    const needed = findPackage(name, path);
    if (needed === undefined) {
      throw new MissingPackageError(`${name} is not installed, which ${path} needs. Run npm ci first.`);
    }
    addWithDependencies(found, needed, target);
  }
  for (const needed of installedOptional(Object.keys(optionalDependencies), path, target)) {
    addWithDependencies(found, needed, target);
  }
}

/**
 * Those of the optional dependencies that are installed, without native packages for other targets.
 * @param {string[]} names @param {string} from @param {{ platform: string, cpu: string }} target
 */
function installedOptional(names, from, { platform, cpu }) {
  const installed = (name) => findPackage(name, from) ?? [];
  const ofPlatform = names.filter((name) => name.includes(`-${platform}-`));
  const wanted = ofPlatform.filter((name) => `${name}-`.includes(`-${platform}-${cpu}-`));
  const natives = wanted.flatMap(installed);
  const [example] = ofPlatform;
  if (example !== undefined && natives.length === 0) {
    const after = example.indexOf(`-${platform}-`) + platform.length + 2;
    const cpus = ofPlatform.flatMap((name) => new RegExp(`-${platform}-(\\w+)`).exec(name)?.[1] ?? []);
    const advice =
      wanted.length > 0
        ? `Run npm ci --os=${platform} --cpu=${cpu} first.`
        : `There is no such package. Available processors: ${[...new Set(cpus)].sort().join(", ")}.`;
    throw new MissingPackageError(`${example.slice(0, after)}${cpu} is not installed. ${advice}`);
  }
  return [...natives, ...names.filter((name) => !platforms.test(name)).flatMap(installed)];
}

/**
 * The folder of a package, as Node finds it.
 * @param {string} name @param {string} from the folder of the package that needs it @returns {string | undefined}
 */
function findPackage(name, from) {
  for (let above = from; ; above = dirname(above)) {
    const path = join(above, "node_modules", name);
    if (existsSync(join(path, "package.json"))) return path;
    if (above === dirname(above)) return undefined;
  }
}

/** @param {string} path */
function readManifest(path) {
  return JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
}
