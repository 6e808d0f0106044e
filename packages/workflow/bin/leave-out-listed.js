import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Leaves out of a bundle what the package that imports it lists as external, wherever that package is: it need not be the
 * project, a workspace of it, or a direct dependency.
 * @returns {import("esbuild").Plugin}
 */
export function leaveOutListed() {
  /** @type {Map<string, ReadonlySet<string>>} */
  const listed = new Map();
  return {
    name: "leave-out-listed",
    setup({ onResolve }) {
      onResolve({ filter: /^[@\w]/ }, ({ path, resolveDir, kind }) => {
        if (kind === "entry-point" || resolveDir === "") return undefined;
        const isListed = listedIn(resolveDir, listed).has(packageOf(path));
        return isListed ? { path, external: true } : undefined;
      });
    },
  };
}

/** The package of a specifier such as `@scope/name/file.js`. @param {string} specifier */
function packageOf(specifier) {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

/**
 * The names that the nearest package.json above lists.
 * @param {string} folder @param {Map<string, ReadonlySet<string>>} known by folder @returns {ReadonlySet<string>}
 */
function listedIn(folder, known) {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const manifest = join(folder, "package.json");
  const above = dirname(folder);
  const names = existsSync(manifest)
    ? namesIn(manifest)
    : above === folder
      ? new Set()
      : listedIn(above, known);
  known.set(folder, names);
  return names;
}

/** @param {string} manifest */
function namesIn(manifest) {
  const { external } = JSON.parse(readFileSync(manifest, "utf8")).tiphys ?? {};
  const entries = Array.isArray(external) ? external : [];
  return new Set(entries.map((entry) => entry?.name ?? entry));
}
