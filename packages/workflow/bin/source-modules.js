import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";

// A bundle's modules are files of the project, or parts of packages.

const manifests = new Map();

/** Whether a module is a file of the project or part of a package. @param {string} root @param {string} path */
export function moduleName(root, path) {
  const [, inPackage] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  if (inPackage !== undefined) {
    const { version = "no version" } = readManifest(join(root, inPackage)) ?? {};
    return { kind: "package", name: inPackage.split("node_modules/").at(-1), version, isWorkspace: false };
  }
  for (let folder = dirname(path); folder !== "." && folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = readManifest(join(root, folder));
    if (manifest === undefined) continue;
    const { name = "", version = "no version" } = manifest;
    return name.startsWith("@tiphys/")
      ? { kind: "package", name, version, isWorkspace: true }
      : { kind: "file" };
  }
  return { kind: "file" };
}

/** The package.json of a folder; undefined if it has none that can be read. @param {string} folder */
export function readManifest(folder) {
  if (!manifests.has(folder)) manifests.set(folder, parse(readText(join(folder, "package.json")) ?? ""));
  return manifests.get(folder);
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {string} file */
export function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Whether an import is of a package that is not bundled. */
export function isExternal({ path, external }) {
  return external === true && !isBuiltin(path) && path !== "<runtime>" && !path.startsWith(".");
}

/** Names of the files and packages that a module imports. */
export function importsOf({ imports }, names) {
  const found = imports.flatMap((each) => {
    // import(`./models/${name}.ts`): esbuild does not say which files match.
    if (each.external === true && each.path.startsWith("."))
      return [...names].map(([path, { kind, name }]) => (kind === "file" ? path : name));
    if (isExternal(each)) return packageName(each.path);
    const next = names.get(each.path);
    return next === undefined ? [] : next.kind === "file" ? each.path : next.name;
  });
  return [...new Set(found)].sort();
}

/** @param {string} specifier such as `@scope/name/part` */
export function packageName(specifier) {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** @param {string | Uint8Array} content */
export function sha256(content) {
  return createHash("sha256").update(content).digest("hex");
}
