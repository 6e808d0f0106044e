import { relative, resolve, sep } from "node:path";

/** Something in the project's source that does not bundle, such as a syntax error. */
export class BundleError extends Error {
  name = "BundleError";
}

const requireOfBundle =
  'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);';

/**
 * Bundles a program with all that it imports but native packages, which are found at run time.
 *
 * @param {string} root the project's directory
 * @param {import("./build.js").BuildOptions} options
 * @returns the files, which are not written, and what they were made of
 */
export async function build(
  root,
  { entry, outdir, minify = false, sourcemap = false, banner = requireOfBundle, ...more },
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
      external: ["canvas", "@napi-rs/canvas"],
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
 * A file as an entry or import of a program that is built in the project's directory. It is relative, as esbuild takes a "*"
 * for a pattern, which the path of the project may have.
 *
 * @param {string} root the project's directory
 * @param {string} file
 */
export function importPath(root, file) {
  return `./${relative(root, resolve(root, file)).replaceAll(sep, "/")}`;
}
