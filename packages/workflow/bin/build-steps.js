import { join, relative } from "node:path";
import { build, importPath } from "./build.js";
import { engineModule } from "./engine.js";

/**
 * A separate program for each step, as CommonJS files. A step whose modules have a top-level await cannot be CommonJS and
 * gets none.
 *
 * @param {string} root
 * @param {{ modules: { name: string, path: string, exported: string }[], outdir: string, minify: boolean }} options
 */
export async function buildSteps(root, { modules, outdir, minify }) {
  const built = [];
  for (const module of modules) {
    const contents = `
      import { ${JSON.stringify(module.exported)} as step } from ${JSON.stringify(importPath(root, module.path))};
      import { stepProgram } from ${JSON.stringify(importPath(root, engineModule("cli", "step", "step-program")))};
      export const { run } = stepProgram(step);`;
    const folder = join(outdir, module.name);
    const stdin = { contents, resolveDir: root, sourcefile: "step.js" };
    const bundle = await buildLive(root, { stdin, outdir: folder, minify });
    const outputFiles = await asCommonJs(bundle, minify);
    if (outputFiles !== undefined)
      built.push({ name: module.name, outputFiles, sources: sourcesIn(bundle.metafile) });
  }
  return built;
}

/** The source files with code in the bundle. */
function sourcesIn({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  return [
    ...new Set(inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path)),
  ].sort();
}

/** Builds the image's entrypoint. @param {string} root @param {{ names: string[], outdir: string, minify: boolean }} options */
export async function buildStarter(root, { names, outdir, minify }) {
  const { outputFiles } = await build(root, {
    entry: engineModule("cli", "step", "image-main"),
    outdir,
    minify,
    splitting: false,
    format: "cjs",
    banner: "",
    define: { stepPrograms: JSON.stringify(names) },
  });
  return outputFiles;
}

/**
 * Builds twice, the second time without modules that only removed code would load. esbuild makes a file for each import() that
 * it finds, and further files for code shared with it, each of which takes a millisecond to load.
 */
async function buildLive(root, options) {
  const all = { ...options, entryNames: "main", banner: "" };
  const { metafile } = await build(root, { ...all, plugins: [lightTables] });
  return build(root, { ...all, plugins: [dropImports(root, entriesReached(metafile)), lightTables] });
}

/** Sources of the entries that the program's main file can load. */
function entriesReached({ outputs }) {
  const seen = new Set(Object.keys(outputs).filter((path) => path.endsWith("/main.js")));
  for (const path of seen) {
    for (const { path: next } of outputs[path]?.imports ?? []) if (next in outputs) seen.add(next);
  }
  return new Set([...seen].flatMap((path) => outputs[path]?.entryPoint ?? []));
}

/** @param {string} root @param {Set<string>} live @returns {import("esbuild").Plugin} */
function dropImports(root, live) {
  return {
    name: "drop-imports",
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
        if (from.kind !== "dynamic-import" || pluginData !== undefined) return undefined;
        const found = await build.resolve(path, { ...from, pluginData: "resolved by drop-imports" });
        if (found.external || found.errors.length > 0 || live.has(relative(root, found.path))) return found;
        return { path, external: true };
      });
    },
  };
}

/** Instead of `codecs/load-column-table.ts`: a step's program contains Arquero only if the step needs it. */
const linkedColumnTable = `
  import { ColumnTable } from "arquero";
  export async function loadColumnTable() { return ColumnTable; }`;

/**
 * Reduces Arquero to the parts that a step needs to read a table, by dropping unused exports of its index. Takes the modules
 * of flechette instead of its published single file.
 */
const lightTables = {
  name: "light-tables",
  setup(build) {
    build.onResolve({ filter: /^(arquero|@uwdata\/flechette)$/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === "resolved by light-tables") return undefined;
      const modules = path === "arquero" ? path : `${path}/src/index.js`;
      const found = await build.resolve(modules, { ...from, pluginData: "resolved by light-tables" });
      return { ...found, sideEffects: false };
    });
    build.onLoad({ filter: /[\\/]load-column-table\.[jt]s$/ }, ({ path }) =>
      path === engineModule("codecs", "load-column-table") ? { contents: linkedColumnTable } : undefined,
    );
  },
};

/** The files as CommonJS, or undefined if they cannot be converted. */
async function asCommonJs({ outputFiles }, minify) {
  const esbuild = await import("esbuild");
  try {
    return await Promise.all(
      outputFiles.map(async ({ path, text }) => {
        const { code } = await esbuild.transform(text, {
          format: "cjs",
          platform: "node",
          target: "node20",
          minifyWhitespace: minify,
          minifySyntax: minify,
          // Turns an import() of a sibling file into a require().
          supported: { "dynamic-import": false },
          define: {
            "import.meta.url": "urlOfBundle",
            "import.meta.dirname": "__dirname",
            "import.meta.filename": "__filename",
          },
          logLevel: "silent",
        });
        const head = code.includes("urlOfBundle")
          ? 'const urlOfBundle=require("node:url").pathToFileURL(__filename).href;'
          : "";
        return { path, contents: Buffer.from(`"use strict";${head}${code}`) };
      }),
    );
  } catch {
    return undefined;
  }
}
