import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shortDigest } from "./bundle-cache.js";
import { tempSibling } from "./temp-name.js";

// A stamp says of which state of the sources a project's last bundle is.

/**
 * The digest of the project's bundle, if no source has changed since it was made.
 * @param {string} cache @param {string} root @returns {string | undefined}
 */
export function freshDigest(cache, root) {
  const stamp = readStamp(stampFile(cache, root));
  if (stamp === undefined || !existsSync(join(cache, stamp.digest, "main.js"))) return undefined;
  return stamp.inputs.every(([path, seen]) => version(join(root, path)) === seen) ? stamp.digest : undefined;
}

/**
 * @param {string} cache @param {string} root
 * @param {{ digest: string, inputs: string[], begun: number }} bundle inputs: files, relative to the project's directory;
 *   begun: when reading them began
 */
export function writeStamp(cache, root, { digest, inputs, begun }) {
  const versions = inputs.map((path) => [path, version(join(root, path), begun)]);
  writeAtomically(stampFile(cache, root), JSON.stringify({ digest, inputs: versions }));
}

/** The digests in all projects' stamps. @param {string} cache */
export function stampedDigests(cache) {
  return readdirSync(cache)
    .filter((name) => name.startsWith("stamp-") && name.endsWith(".json"))
    .map((name) => readStamp(join(cache, name))?.digest);
}

/**
 * One per project: several projects may share one node_modules, such as git worktrees.
 * @param {string} cache @param {string} root
 */
function stampFile(cache, root) {
  return join(cache, `stamp-${shortDigest(root)}.json`);
}

/** @param {string} file */
function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} path
 * @param {number} [begun] time at which reading began: later changes may or may not be in the bundle
 */
function version(path, begun = Number.POSITIVE_INFINITY) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return "none";
  return stat.mtimeMs >= begun ? "changed meanwhile" : `${stat.mtimeMs}-${stat.size}`;
}

/** @param {string} file @param {string} text */
function writeAtomically(file, text) {
  const temp = tempSibling(file);
  try {
    writeFileSync(temp, text);
    renameSync(temp, file);
  } finally {
    rmSync(temp, { force: true });
  }
}
