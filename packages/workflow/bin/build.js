import { relative, resolve, sep } from "node:path";
import { BundleError } from "./bundle-error.js";
import { externalPackages } from "./external-packages.js";
import { leaveOutListed } from "./leave-out-listed.js";

const requireOfBundle =
  'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);';

/**
 * Bundles a program with its imports, except packages that cannot be bundled, which are resolved at run time.
 *
 * @param {string} root the project's directory
 * @param {import("./build.js").BuildOptions} options
 * @returns the files, which are not written, and their metadata
 * @throws {BundleError} with the messages of esbuild, or for a list of external packages of another shape
 */
export async function build(
  root,
  { entry, outdir, minify = false, sourcemap = false, banner = requireOfBundle, plugins = [], ...more },
) {
  const esbuild = await import("esbuild");
  try {
    return await esbuild.build({
      absWorkingDir: root,
      ...(entry === undefined ? {} : { entryPoints: { main: importPath(root, entry) } }),
      outdir,
      bundle: true,
      splitting: true,
      platform: "node",
      format: "esm",
      target: "node20",
      minifyWhitespace: minify,
      minifySyntax: minify,
      sourcemap,
      write: false,
      metafile: true,
      external: externalPackages(root).map(({ name }) => name),
      plugins: [leaveOutListed(), ...plugins],
      banner: { js: banner },
      logLevel: "silent",
      ...more,
    });
  } catch (error) {
    const messages = await esbuild.formatMessages(error.errors ?? [], { kind: "error" });
    throw new BundleError(messages.length === 0 ? error.message : messages.join("").trim());
  }
}

/**
 * The path of a file for an import or entry point of a program that is built in the project's directory. It is relative,
 * because the project's path may contain a "*", which esbuild takes for a pattern.
 *
 * @param {string} root the project's directory
 * @param {string} file
 */
export function importPath(root, file) {
  return `./${relative(root, resolve(root, file)).replaceAll(sep, "/")}`;
}
