import { join, relative } from "node:path";
import { build } from "./build.js";
import { buildStarter, buildSteps } from "./build-steps.js";
import { findStepModules } from "./find-step-modules.js";

/**
 * The files of an image, except packages that cannot be bundled: an entrypoint, the whole program, and a separate program
 * for each step that a module exports.
 *
 * @param {string} root the project's directory
 * @param {{ entry: string, scratch: string, minify?: boolean }} options scratch: a folder below the project, for
 *   temporary files
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
    // CommonJS starts faster, but has no top-level await.
    { path: "package.json", contents: `${JSON.stringify({ type: "commonjs" })}\n` },
    { path: join("program", "package.json"), contents: `${JSON.stringify({ type: "module" })}\n` },
  ];
}
