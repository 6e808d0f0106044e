import { join, relative } from "node:path";
import { build } from "./build.js";
import { buildStarter, buildSteps } from "./build-steps.js";
import { findStepModules } from "./find-step-modules.js";

/**
 * All files that an image holds but packages that cannot be bundled: a starter, the whole program, and a program of
 * its own for each step that a module exports.
 *
 * @param {string} root the project's directory
 * @param {{ entry: string, scratch: string, minify?: boolean }} options scratch: a folder below the project, for files
 *   that are removed again
 * @returns {Promise<{ path: string, contents: Uint8Array | string }[]>} paths relative to the image's folder
 */
export async function buildImage(root, { entry, scratch, minify = false }) {
  const outdir = join(root, "dist");
  const program = await build(root, { entry, outdir: join(outdir, "program"), minify });
  const modules = await findStepModules(root, { entry, scratch, metafile: program.metafile });
  const steps = await buildSteps(root, { modules, outdir: join(outdir, "steps"), minify });
  const built = new Set(steps.map(({ name }) => name));
  const starter = await buildStarter(root, { names: [...built].sort(), outdir, minify });
  const outputs = [...program.outputFiles, ...steps.flatMap(({ outputFiles }) => outputFiles), ...starter];
  return [
    ...outputs.map(({ path, contents }) => ({ path: relative(outdir, path), contents })),
    // CommonJS starts faster, but knows no top-level await.
    { path: "package.json", contents: `${JSON.stringify({ type: "commonjs" })}\n` },
    { path: join("program", "package.json"), contents: `${JSON.stringify({ type: "module" })}\n` },
  ];
}
