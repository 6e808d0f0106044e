import { createHash } from "node:crypto";
import {
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

/** Something in the project's source that does not bundle, such as a syntax error. */
class BundleError extends Error {
  name = "BundleError";
}

/** Bundles that no command has used for this long are removed, in milliseconds. */
const keepFor = 7 * 24 * 3600 * 1000;

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
  const stampFile = join(cache, "stamp.json");
  const stamp = readStamp(stampFile);
  if (stamp !== undefined && isFresh(root, stamp)) return join(cache, stamp.digest, "main.js");

  const result = await build(root);
  const digest = digestOf(result.outputFiles);
  const folder = join(cache, digest);
  if (!exists(join(folder, "main.js"))) {
    const beside = mkdtempSync(join(cache, ".bundle-"));
    for (const file of result.outputFiles)
      writeFileSync(join(beside, relative(outdir(root), file.path)), file.contents);
    publish(beside, folder);
  }
  const inputs = Object.keys(result.metafile.inputs)
    .filter((path) => !path.includes("node_modules/"))
    .concat("package.json", "package-lock.json")
    .map((path) => [path, version(join(root, path))]);
  writeAtomically(stampFile, JSON.stringify({ digest, node: process.versions.modules, inputs }));
  utimesSync(folder, new Date(), new Date());
  sweep(cache, digest);
  return join(folder, "main.js");
}

/** @param {string} root */
async function build(root) {
  const esbuild = await import("esbuild");
  try {
    return await esbuild.build({
      absWorkingDir: root,
      entryPoints: { main: "src/main.ts" },
      outdir: outdir(root),
      bundle: true,
      splitting: true,
      platform: "node",
      format: "esm",
      target: "node20",
      sourcemap: "linked",
      write: false,
      metafile: true,
      // Native, and found by its package at run time.
      external: ["canvas", "@napi-rs/canvas"],
      banner: {
        js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);',
      },
      logLevel: "silent",
    });
  } catch (error) {
    const messages = await esbuild.formatMessages(error.errors ?? [], { kind: "error" });
    throw new BundleError(messages.length === 0 ? error.message : messages.join("").trim());
  }
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
    const name = createHash("sha256").update(root).digest("hex").slice(0, 16);
    const outside = join(tmpdir(), `pipeline-${process.getuid?.() ?? "user"}-${name}`);
    mkdirSync(outside, { recursive: true, mode: 0o700 });
    try {
      symlinkSync(join(root, "node_modules"), join(outside, "node_modules"), "dir");
    } catch {
      // There already.
    }
    return outside;
  }
}

/** @param {string} file */
function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** @param {string} root @param {{ digest: string, node: string, inputs: [string, string][] }} stamp */
function isFresh(root, { digest, inputs }) {
  return (
    exists(join(cacheFolder(root), digest, "main.js")) &&
    inputs.every(([path, seen]) => version(join(root, path)) === seen)
  );
}

/** @param {string} path */
function version(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? "none" : `${stat.mtimeMs}-${stat.size}`;
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
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, text);
  renameSync(beside, file);
}

/** @param {string} cache @param {string} used */
function sweep(cache, used) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (name === used || stat === undefined || !stat.isDirectory() || name === "node_modules") continue;
    if (Date.now() - stat.mtimeMs > keepFor) rmSync(path, { recursive: true, force: true });
  }
}
