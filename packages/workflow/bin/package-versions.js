import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importsOf, isExternal, packageName, readManifest, sha256 } from "./source-modules.js";

/**
 * The packages of a bundle with their versions, and the packages that each imports. Packages of the engine that are workspaces
 * of the project have a digest of their files in their version.
 *
 * @param {string} root the project's directory
 * @param {import("esbuild").Metafile} metafile
 * @param {Map<string, { kind: string, name?: string }>} names of the bundle's modules, by path
 */
export function packagesOf(root, { inputs }, names) {
  const found = new Map();
  const add = (name, version) => {
    const known = found.get(name) ?? { versions: new Set(), imports: new Set() };
    found.set(name, known);
    known.versions.add(version);
    return known;
  };
  const ownCode = new Map();
  for (const [path, { name, version, kind, isWorkspace }] of [...names].sort()) {
    if (kind === "file") continue;
    const { imports } = add(name, version);
    for (const next of importsOf(inputs[path], names)) if (next !== name) imports.add(next);
    if (!isWorkspace) continue;
    const hash = ownCode.get(name) ?? createHash("sha256");
    ownCode.set(name, hash.update(`${path}\0`).update(sha256(readFileSync(join(root, path)))));
  }
  for (const [name, hash] of ownCode) {
    const known = found.get(name);
    known.versions = new Set([`${[...known.versions][0]}+${hash.digest("hex").slice(0, 12)}`]);
  }
  const externals = Object.values(inputs).flatMap((input) => input.imports.filter(isExternal));
  addExternal(root, new Set(externals.map(({ path }) => packageName(path))), add);
  return Object.fromEntries(
    [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { versions, imports }]) => [
        name,
        { version: [...versions].sort().join(", "), imports: [...imports].sort() },
      ]),
  );
}

/** Adds packages that are not bundled, with those that they depend on. */
function addExternal(root, names, add) {
  for (const name of names) {
    const manifest = readManifest(join(root, "node_modules", name));
    const { imports } = add(name, manifest?.version ?? "not installed");
    for (const next of Object.keys({ ...manifest?.dependencies, ...manifest?.optionalDependencies })) {
      if (readManifest(join(root, "node_modules", next)) === undefined) continue;
      imports.add(next);
      names.add(next);
    }
  }
}
