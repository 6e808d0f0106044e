import { createHash } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { BundleError, build } from "./build.js";
import { tempSibling } from "./temp-name.js";

const day = 24 * 3600 * 1000;

/** Bundles that no command has used for this long are removed, in milliseconds. */
const keepFor = 7 * day;

/**
 * The project's program as JavaScript: `src/main.ts` with all that it imports, in one directory called after the digest
 * of its content. Bundled anew only where a source file has changed.
 *
 * Starting from the bundle takes a third of the time that loading some hundred files takes, and a run cannot mix two
 * states of the sources: all its processes start the same files.
 *
 * @param {string} root the project's directory
 * @returns {Promise<string>} path of the program
 */
export async function bundleProject(root) {
  const cache = cacheFolder(root);
  // Of its own for each project: several may share one node_modules, as work trees of git do.
  const stampFile = join(cache, `stamp-${shortDigest(root)}.json`);
  const stamp = readStamp(stampFile);
  if (stamp !== undefined && isFresh(root, cache, stamp)) {
    const folder = join(cache, stamp.digest);
    markAsUsed(folder);
    return join(folder, "main.js");
  }

  const begun = Date.now();
  const result = await build(root, { entry: "src/main.ts", outdir: outdir(root), sourcemap: "linked" });
  const digest = digestOf(result.outputFiles);
  const folder = join(cache, digest);
  if (!exists(join(folder, "main.js"))) {
    const beside = tempSibling(join(cache, "bundle"));
    mkdirSync(beside);
    // Below node_modules a file without this is no ES module, or only after Node has tried it as a CommonJS one.
    writeFileSync(join(beside, "package.json"), '{ "type": "module" }\n');
    for (const file of result.outputFiles)
      writeFileSync(join(beside, relative(outdir(root), file.path)), file.contents);
    publish(beside, folder);
  }
  const inputs = Object.keys(result.metafile.inputs)
    .filter((path) => !path.includes("node_modules/"))
    .concat("package.json", "package-lock.json", "tsconfig.json")
    .map((path) => [path, version(join(root, path), begun)]);
  writeAtomically(stampFile, JSON.stringify({ digest, inputs }));
  markAsUsed(folder);
  sweep(cache, digest);
  return join(folder, "main.js");
}

/** Where the output would lie if it were written by esbuild. @param {string} root */
function outdir(root) {
  return join(root, "node_modules", ".cache", "pipeline", "out");
}

/**
 * A folder that can be written: in the project's node_modules, or beside the system's temporary files with a link to
 * them, so that packages are found from the bundle.
 * @param {string} root
 */
function cacheFolder(root) {
  const inside = join(root, "node_modules", ".cache", "pipeline");
  try {
    mkdirSync(inside, { recursive: true });
    const probe = mkdtempSync(join(inside, ".probe-"));
    rmSync(probe, { recursive: true });
    return inside;
  } catch {
    const outside = join(tmpdir(), `pipeline-${process.getuid?.() ?? "user"}-${shortDigest(root)}`);
    mkdirSync(outside, { recursive: true, mode: 0o700 });
    // What lies there is run: nobody else may have put it there.
    const { uid, mode } = lstatSync(outside);
    if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o022) !== 0)) {
      throw new BundleError(
        `${inside} cannot be written, and ${outside} belongs to somebody else or can be written by others. Remove it, or make the first one writable.`,
      );
    }
    try {
      symlinkSync(join(root, "node_modules"), join(outside, "node_modules"), "dir");
    } catch {
      // There already.
    }
    return outside;
  }
}

/** @param {string} root */
function shortDigest(root) {
  return createHash("sha256").update(root).digest("hex").slice(0, 16);
}

/** @param {string} file */
function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** @param {string} root @param {string} cache @param {{ digest: string, inputs: [string, string][] }} stamp */
function isFresh(root, cache, { digest, inputs }) {
  return (
    exists(join(cache, digest, "main.js")) &&
    inputs.every(([path, seen]) => version(join(root, path)) === seen)
  );
}

/**
 * @param {string} path
 * @param {number} [begun] when it was begun to be read: what was changed since may or may not be in the bundle
 */
function version(path, begun = Number.POSITIVE_INFINITY) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return "none";
  return stat.mtimeMs >= begun ? "changed meanwhile" : `${stat.mtimeMs}-${stat.size}`;
}

/** Once a day is enough for the sweep. @param {string} folder */
function markAsUsed(folder) {
  try {
    if (Date.now() - statSync(folder).mtimeMs > day) utimesSync(folder, new Date(), new Date());
  } catch {
    // Not ours to touch: then nobody sweeps it either.
  }
}

/** @param {string} path */
function exists(path) {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** @param {{ path: string, contents: Uint8Array }[]} files */
function digestOf(files) {
  const hash = createHash("sha256");
  for (const { path, contents } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (path.endsWith(".map")) continue;
    hash
      .update(path.slice(path.lastIndexOf("/") + 1))
      .update("\0")
      .update(contents);
  }
  return hash.digest("hex");
}

/** @param {string} beside @param {string} folder */
function publish(beside, folder) {
  try {
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    // Another process was faster with the same content.
    if (!exists(join(folder, "main.js"))) throw error;
  }
}

/** @param {string} file @param {string} text */
function writeAtomically(file, text) {
  const beside = tempSibling(file);
  writeFileSync(beside, text);
  renameSync(beside, file);
}

/** @param {string} cache @param {string} used */
function sweep(cache, used) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (name === used || stat === undefined || stat.isSymbolicLink()) continue;
    if (Date.now() - stat.mtimeMs > keepFor) rmSync(path, { recursive: true, force: true });
  }
}
