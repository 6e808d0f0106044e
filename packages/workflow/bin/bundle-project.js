import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
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
import { dirname, join, relative } from "node:path";
import { BundleError, build } from "./build.js";
import { isAbandoned, isTempName, tempSibling } from "./temp-name.js";

const day = 24 * 3600 * 1000;

/** Bundles unused for this long are removed, in milliseconds. */
const keepFor = 7 * day;

/** How many bundles to keep besides the current one, so that reverting an edit needs no new bundle. */
const keepLast = 4;

/** Error codes of a file system that is full or not writable for this user. */
const notWritable = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EACCES", "EPERM"]);

/**
 * Bundles `src/main.ts` and its imports into a directory named after the digest of its content, if a source file has
 * changed.
 *
 * A bundle starts in a third of the time that loading a few hundred files takes, and a run cannot mix two states of the
 * sources, because all its processes load the same files.
 *
 * @param {string} root the project's directory
 * @returns {Promise<string>} path of the program
 * @throws {BundleError} if the sources cannot be bundled, or the bundle cannot be written
 */
export async function bundleProject(root) {
  /** @type {unknown} */
  let lastError;
  let full = "";
  for (const cache of cacheFolders(root)) {
    try {
      return await bundleInto(cache, root);
    } catch (error) {
      if (!notWritable.has(error.code)) throw error;
      lastError = error;
      full ||= cache;
    }
  }
  const reason = lastError instanceof Error ? lastError.message : String(lastError);
  throw new BundleError(
    `The program cannot be bundled: neither ${full} nor ${tmpdir()} can be written (${reason}). Make room on the disk.`,
  );
}

/** @param {string} cache @param {string} root */
async function bundleInto(cache, root) {
  // One per project: several projects may share one node_modules, such as git worktrees.
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
  sweep(cache, digest);
  if (!exists(join(folder, "main.js"))) {
    const temp = tempSibling(join(cache, "bundle"));
    try {
      mkdirSync(temp);
      // Without this, Node loads a file below node_modules as CommonJS, or tries that first.
      writeFileSync(join(temp, "package.json"), '{ "type": "module" }\n');
      for (const file of result.outputFiles)
        writeFileSync(join(temp, relative(outdir(root), file.path)), file.contents);
      publish(temp, folder);
    } finally {
      rmSync(temp, { recursive: true, force: true });
    }
  }
  const inputs = Object.keys(result.metafile.inputs)
    .filter((path) => !path.includes("node_modules/"))
    .concat("package.json", "package-lock.json", "tsconfig.json")
    .map((path) => [path, version(join(root, path), begun)]);
  try {
    writeAtomically(stampFile, JSON.stringify({ digest, inputs }));
  } catch (error) {
    // Without the stamp the next command bundles again.
    if (!notWritable.has(error.code)) throw error;
  }
  markAsUsed(folder);
  return join(folder, "main.js");
}

/** The output directory for esbuild, which does not write to it. @param {string} root */
function outdir(root) {
  return join(root, "node_modules", ".cache", "pipeline", "out");
}

/**
 * Folders for bundles in order of preference: in the project's node_modules, then in the system's temporary folder.
 * @param {string} root
 */
function* cacheFolders(root) {
  const inside = join(root, "node_modules", ".cache", "pipeline");
  if (isWritable(inside)) yield inside;
  yield outsideFolder(root, inside);
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A folder in the system's temporary folder, with a link to the project's packages, so that the bundle can import them.
 * @throws {BundleError} if another user owns it or can write to it
 * @param {string} root @param {string} inside
 */
function outsideFolder(root, inside) {
  const outside = join(tmpdir(), `pipeline-${process.getuid?.() ?? "user"}-${shortDigest(root)}`);
  mkdirSync(outside, { recursive: true, mode: 0o700 });
  // Code in this folder is executed, so no other user may be able to write to it.
  const { uid, mode } = lstatSync(outside);
  if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o022) !== 0)) {
    throw new BundleError(
      `${inside} cannot be written, and ${outside} belongs to another user or is writable by others. Remove it, or make the first one writable.`,
    );
  }
  try {
    symlinkSync(join(root, "node_modules"), join(outside, "node_modules"), "dir");
  } catch {
    // The link exists.
  }
  return outside;
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
 * @param {number} [begun] time at which reading began: later changes may or may not be in the bundle
 */
function version(path, begun = Number.POSITIVE_INFINITY) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return "none";
  return stat.mtimeMs >= begun ? "changed meanwhile" : `${stat.mtimeMs}-${stat.size}`;
}

/** Updates the time of a bundle, at most once a day, which is enough for the sweep. @param {string} folder */
function markAsUsed(folder) {
  try {
    if (Date.now() - statSync(folder).mtimeMs > day) utimesSync(folder, new Date(), new Date());
  } catch {
    // No permission: then it is not swept either.
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

/** @param {string} temp @param {string} folder */
function publish(temp, folder) {
  try {
    renameSync(temp, folder);
  } catch (error) {
    // Another process has published the same content.
    if (!exists(join(folder, "main.js"))) throw error;
  }
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

/**
 * Marks a bundle as in use while this process runs, as it may load further files of it and start processes.
 * @param {string} program path of the program
 */
export function holdBundle(program) {
  const note = tempSibling(join(dirname(program), "user"));
  try {
    writeFileSync(note, "");
    process.on("exit", () => rmSync(note, { force: true }));
  } catch {
    // A bundle that cannot be written to is not swept either.
  }
}

/**
 * Removes files that killed processes left, and all bundles except the last few and those in use.
 * @param {string} cache @param {string} used
 */
function sweep(cache, used) {
  const bundles = [];
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (name === used || stat === undefined || stat.isSymbolicLink()) continue;
    const isOld = Date.now() - stat.mtimeMs > keepFor;
    if (isTempName(name) ? isAbandoned(name) || isOld : isOld) remove(path);
    else if (/^[0-9a-f]{64}$/.test(name)) bundles.push({ name, path, time: stat.mtimeMs });
  }
  const stamped = readdirSync(cache)
    .filter((name) => name.startsWith("stamp-") && name.endsWith(".json"))
    .map((name) => readStamp(join(cache, name))?.digest);
  const surplus = bundles
    .filter(({ name, path }) => !stamped.includes(name) && !isHeld(path))
    .sort((a, b) => b.time - a.time)
    .slice(keepLast);
  for (const { path } of surplus) remove(path);
}

/** @param {string} folder */
function isHeld(folder) {
  try {
    return readdirSync(folder).some((name) => isTempName(name) && !isAbandoned(name));
  } catch {
    return false;
  }
}

/** @param {string} path */
function remove(path) {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // It belongs to another user, or another process is removing it.
  }
}
