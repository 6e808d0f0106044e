import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { build } from "./build.js";
import { cacheFolders } from "./bundle-cache.js";
import { BundleError } from "./bundle-error.js";
import { freshDigest, writeStamp } from "./bundle-stamp.js";
import { manifestsOf } from "./external-packages.js";
import { programSources, sourcesFile } from "./program-sources.js";
import { markAsUsed, sweepBundles } from "./sweep-bundles.js";
import { tempSibling } from "./temp-name.js";

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
  const digest = freshDigest(cache, root) ?? (await makeBundle(cache, root));
  markAsUsed(join(cache, digest));
  return join(cache, digest, "main.js");
}

/** @param {string} cache @param {string} root @returns {Promise<string>} the digest */
async function makeBundle(cache, root) {
  const begun = Date.now();
  const result = await build(root, {
    entry: "src/main.ts",
    outdir: outdir(root),
    entryNames: "program",
    sourcemap: "linked",
  });
  const sources = await programSources(root, { ...result, outdir: outdir(root) });
  const files = [
    ...result.outputFiles,
    { path: join(outdir(root), "main.js"), contents: Buffer.from(starter) },
    { path: join(outdir(root), sourcesFile), contents: Buffer.from(JSON.stringify(sources)) },
  ];
  const digest = digestOf(files);
  sweepBundles(cache, digest);
  if (!existsSync(join(cache, digest, "main.js"))) writeBundle(cache, root, { digest, files });
  else updateMaps(join(cache, digest), files);
  const inputs = Object.keys(result.metafile.inputs)
    .filter((path) => !path.includes("node_modules/"))
    .concat(manifestsOf(root), "package-lock.json", "tsconfig.json");
  try {
    writeStamp(cache, root, { digest, inputs, begun });
  } catch (error) {
    // Without the stamp the next command bundles again.
    if (!notWritable.has(error.code)) throw error;
  }
  return digest;
}

/**
 * @param {string} cache @param {string} root
 * @param {{ digest: string, files: { path: string, contents: Uint8Array }[] }} bundle
 */
function writeBundle(cache, root, { digest, files }) {
  const temp = tempSibling(join(cache, "bundle"));
  try {
    mkdirSync(temp);
    // Without this, Node loads a file below node_modules as CommonJS, or tries that first.
    writeFileSync(join(temp, "package.json"), '{ "type": "module" }\n');
    for (const file of files) writeFileSync(join(temp, relative(outdir(root), file.path)), file.contents);
    publish(temp, join(cache, digest));
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

/**
 * Replaces the source maps of a bundle that differ: comments and blanks change them, but not the program.
 * @param {string} folder @param {{ path: string, contents: Uint8Array }[]} files
 */
function updateMaps(folder, files) {
  for (const { path, contents } of files.filter(({ path }) => path.endsWith(".map"))) {
    const map = join(folder, path.slice(path.lastIndexOf("/") + 1));
    if (existsSync(map) && readFileSync(map).equals(contents)) continue;
    const temp = tempSibling(map);
    writeFileSync(temp, contents);
    renameSync(temp, map);
  }
}

/**
 * What is started: the program, with the code that V8 compiles of it kept beside it, in Node 22.8 and newer. Workers and
 * isolated steps use it as well.
 */
const starter = `import module from "node:module";
module.enableCompileCache?.(\`\${import.meta.dirname}/compile-cache\`);
await import(new URL("program.js", import.meta.url).href);
`;

/** The output directory for esbuild, which does not write to it. @param {string} root */
function outdir(root) {
  return join(root, "node_modules", ".cache", "tiphys", "out");
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
    if (!existsSync(join(folder, "main.js"))) throw error;
  }
}
