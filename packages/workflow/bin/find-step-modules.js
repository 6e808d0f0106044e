import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { build, importPath } from "./build.js";
import { BundleError } from "./bundle-error.js";
import { engineFolder, engineModule } from "./engine.js";

/**
 * Finds the modules that export the steps of a program's workflows, by loading the program and comparing the exports of its
 * modules. Steps that no module exports are omitted. The list is empty if the program does not call `main`.
 *
 * @param {string} root
 * @param {{ entry: string, scratch: string, metafile: import("esbuild").Metafile }} options
 * @returns {Promise<{ name: string, path: string, exported: string }[]>} path relative to the project's directory
 */
export async function findStepModules(root, { entry, scratch, metafile }) {
  const candidates = modulesOf(root, entry, metafile);
  const script = join(scratch, "find-steps.mjs");
  const report = join(scratch, "found-steps.json");
  const contents = `
    import { project } from ${JSON.stringify(importPath(root, engineModule("cli", "main")))};
    import { findSteps } from ${JSON.stringify(importPath(root, engineModule("definition", "find-steps")))};
    import { writeFileSync } from "node:fs";
    import ${JSON.stringify(importPath(root, entry))};
    ${candidates.map((path, i) => `import * as module${i} from ${JSON.stringify(importPath(root, path))};`).join("\n")}
    const modules = [${candidates.map((path, i) => `[${JSON.stringify(path)}, module${i}]`).join(", ")}];
    const steps = project === undefined ? [] : [...findSteps(project.workflows)];
    const found = steps.flatMap(([name, step]) => {
      if (step.implementation !== undefined) return [];
      return modules.flatMap(([path, module]) =>
        Object.keys(module).filter((key) => module[key] === step).map((exported) => ({ name, path, exported })));
    });
    writeFileSync(${JSON.stringify(report)}, JSON.stringify(found));
    process.exit();`;
  const { outputFiles } = await build(root, {
    stdin: { contents, resolveDir: root, sourcefile: "find-steps.js" },
    outdir: scratch,
    splitting: false,
    plugins: [catchProject],
  });
  try {
    mkdirSync(scratch, { recursive: true });
    writeFileSync(script, outputFiles[0]?.contents ?? "");
    load(script, root, entry);
    /** @type {{ name: string, path: string, exported: string }[]} */
    const found = JSON.parse(readFileSync(report, "utf8"));
    const names = [...new Set(found.map(({ name }) => name))].sort();
    return names.flatMap((name) =>
      definingModule(
        found.filter((each) => each.name === name),
        metafile,
      ),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @param {string} script @param {string} root @param {string} entry */
function load(script, root, entry) {
  try {
    execFileSync(process.execPath, [script], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
    });
  } catch (error) {
    throw new BundleError(`${entry} cannot be loaded:\n${String(error.stderr || error.message).trim()}`);
  }
}

/** Of several modules that export a step, the one that imports none of the others: an index would load more than needed. */
function definingModule(found, metafile) {
  const paths = found.map(({ path }) => path);
  const defining = found.filter(
    ({ path }) => !metafile.inputs[path]?.imports.some((each) => paths.includes(each.path)),
  );
  return (defining.length > 0 ? defining : found).slice(0, 1);
}

/** The project's own modules that the program imports statically, without the entry and the engine. */
function modulesOf(root, entry, { inputs }) {
  const start = Object.keys(inputs).find((path) => resolve(root, path) === resolve(root, entry));
  const seen = new Set(start === undefined ? [] : [start]);
  for (const path of seen) {
    for (const { path: next, kind, external } of inputs[path]?.imports ?? [])
      if (kind === "import-statement" && external !== true) seen.add(next);
  }
  return [...seen]
    .filter((path) => path !== start && /\.[cm]?[jt]sx?$/.test(path) && !path.includes("node_modules/"))
    .filter((path) => !resolve(root, path).startsWith(`${engineFolder}${sep}`))
    .sort();
}

/** Replaces `main`, so that the program's call of it exports the project instead of running a command. @type {import("esbuild").Plugin} */
const catchProject = {
  name: "catch-project",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]cli[\\/]main\.[jt]s$/ }, ({ path }) => {
      if (path !== engineModule("cli", "main")) return undefined;
      return {
        contents: "export let project; export async function main(given) { project ??= given; }",
        loader: "js",
      };
    });
  },
};
