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

/** Bundles that no command has used for this long are removed, in milliseconds. */
const keepFor = 7 * day;

/** How many bundles are kept beside the one in use: edits that are taken back need no new one. */
const keepLast = 4;

/** Where a file system has no room, or none that this user may use. */
const noRoom = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EACCES", "EPERM"]);

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
  /** @type {unknown} */
  let fault;
  let full = "";
  for (const cache of cacheFolders(root)) {
    try {
      return await bundleInto(cache, root);
    } catch (error) {
      if (!noRoom.has(error.code)) throw error;
      fault = error;
      full ||= cache;
    }
  }
  const reason = fault instanceof Error ? fault.message : String(fault);
  throw new BundleError(
    `The program cannot be bundled: neither ${full} nor ${tmpdir()} can be written (${reason}). Make room on the disk.`,
  );
}

/** @param {string} cache @param {string} root */
async function bundleInto(cache, root) {
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
  sweep(cache, digest);
  if (!exists(join(folder, "main.js"))) {
    const temp = tempSibling(join(cache, "bundle"));
    try {
      mkdirSync(temp);
      // Below node_modules a file without this is no ES module, or only after Node has tried it as a CommonJS one.
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
    // Without it the next command bundles anew.
    if (!noRoom.has(error.code)) throw error;
  }
  markAsUsed(folder);
  return join(folder, "main.js");
}

/** Where the output would lie if it were written by esbuild. @param {string} root */
function outdir(root) {
  return join(root, "node_modules", ".cache", "pipeline", "out");
}

/**
 * Folders for bundles, the first one first: in the project's node_modules, and beside the system's temporary files.
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
 * Beside the system's temporary files, with a link to the project's packages, so that they are found from the bundle.
 * @param {string} root @param {string} inside
 */
function outsideFolder(root, inside) {
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

/** @param {string} temp @param {string} folder */
function publish(temp, folder) {
  try {
    renameSync(temp, folder);
  } catch (error) {
    // Another process was faster with the same content.
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
 * Notes that this process uses a bundle for as long as it runs: it may load files of it late, and start further processes.
 * @param {string} program path of the program
 */
export function holdBundle(program) {
  const note = tempSibling(join(dirname(program), "user"));
  try {
    writeFileSync(note, "");
    process.on("exit", () => rmSync(note, { force: true }));
  } catch {
    // A bundle that cannot be written is not swept either.
  }
}

/**
 * Removes what killed processes have left, and all bundles but the last few and those in use.
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
    // Another user's, or another process is doing the same.
  }
}
