import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.js";
import { cacheFolders } from "./bundle-cache.js";
import { tempSibling } from "./temp-name.js";

/**
 * Imports a module of the project that is no part of its program. It is bundled with its imports like a program.
 *
 * @param {string} root the project's directory
 * @param {string} path of the module, relative to the project's directory
 * @returns {Promise<unknown>} its exports
 * @throws {BundleError} if it cannot be bundled
 */
export async function loadModule(root, path) {
  const { outputFiles } = await build(root, { entry: path, outdir: join(root, "dist"), splitting: false });
  const [cache] = cacheFolders(root);
  const folder = tempSibling(join(cache, "module"));
  const file = join(folder, "main.mjs");
  try {
    mkdirSync(folder);
    writeFileSync(file, outputFiles[0]?.contents ?? "");
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
