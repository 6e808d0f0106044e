import { readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { linesOf, modulesIn } from "./module-lines.js";
import { packagesOf } from "./package-versions.js";
import { importsOf, moduleName, readText, sha256 } from "./source-modules.js";

/** The file beside a bundle that says which sources it is made of. */
export const sourcesFile = "sources.json";

const loaders = { ".ts": "ts", ".mts": "ts", ".cts": "ts", ".tsx": "tsx", ".jsx": "jsx" };

/** Scripts keep their digest if only comments and blanks change. */
const scripts = new Set([".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx"]);

/** What a step can read besides its inputs. */
const outsideReads = [
  ["process.env", /\bprocess\.env\b/],
  ["fetch", /(?<![.\w])fetch\(/],
  ["Date.now", /\bDate\.now\(/],
  ["new Date()", /\bnew Date(\(\)|(?!\w|\())/],
  ["Math.random", /\bMath\.random\(/],
];

/**
 * The sources of a bundle, for the cache of steps: each of the project's files with a digest of its code without comments,
 * each package with its version, which of them each imports, and at which lines of the bundle the code of each begins.
 *
 * @param {string} root the project's directory
 * @param {{ metafile: import("esbuild").Metafile, outputFiles: { path: string, contents: Uint8Array }[], outdir: string }} bundle
 */
export async function programSources(root, { metafile, outputFiles, outdir }) {
  const names = new Map(Object.keys(metafile.inputs).map((path) => [path, moduleName(root, path)]));
  return {
    formatVersion: 1,
    files: await filesOf(root, metafile, names),
    packages: packagesOf(root, metafile, names),
    lines: Object.fromEntries(
      outputFiles
        .filter(({ path }) => path.endsWith(".js"))
        .map(({ path, contents }) => [
          relative(outdir, path),
          linesOf(Buffer.from(contents).toString(), modulesIn(metafile, root, path), names),
        ]),
    ),
  };
}

/** @param {string} root */
async function filesOf(root, { inputs }, names) {
  const esbuild = await import("esbuild");
  const tsconfigRaw = readText(join(root, "tsconfig.json")) ?? "{}";
  const paths = [...names].filter(([, name]) => name.kind === "file").map(([path]) => path);
  const files = paths.sort().map(async (path) => {
    const content = readFileSync(join(root, path));
    const extension = extname(path);
    const imports = importsOf(inputs[path], names);
    if (!scripts.has(extension)) return [path, { sha256: sha256(content), imports }];
    const { code } = await esbuild.transform(content.toString(), {
      loader: loaders[extension] ?? "js",
      minifyWhitespace: true,
      legalComments: "none",
      tsconfigRaw,
      logLevel: "silent",
    });
    const outside = outsideReads.filter(([, pattern]) => pattern.test(code)).map(([what]) => what);
    const effects = inputs[path].imports.flatMap((each) =>
      code.includes(`import"${each.original}"`) && names.get(each.path)?.kind === "file" ? each.path : [],
    );
    const more = effects.length === 0 ? {} : { effects };
    return [path, { sha256: sha256(code), imports, ...more, ...(outside.length === 0 ? {} : { outside }) }];
  });
  return Object.fromEntries(await Promise.all(files));
}
