import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { licenceOf } from "./licence.js";
import { root } from "./repository.js";

/** What is bundled, besides `canvas`, which is replaced. */
const bundled = ["chartjs-node-canvas", "chart.js", "@kurkle/color"];

/**
 * Bundles chartjs-node-canvas and chart.js into the library's `dist/`, drawing on @napi-rs/canvas. The root's `overrides` replace
 * `canvas`, which downloads or compiles a binary when it is installed, but they do not reach a project that installs the
 * package.
 * @returns the names of the packages that are bundled
 */
export async function bundleChartRenderer(target: string): Promise<string[]> {
  const renderer = join(target, "dist/plots/render-png.js");
  const text = readFileSync(renderer, "utf8");
  const imported = 'import("chartjs-node-canvas")';
  if (!text.includes(imported)) throw new Error(`${renderer} contains no ${imported}.`);
  await build({
    entryPoints: [join(root, "node_modules/chartjs-node-canvas/dist/chartJSNodeCanvas.js")],
    outfile: join(target, "dist/plots/chartjs-node-canvas.cjs"),
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["@napi-rs/canvas"],
    plugins: [canvasOfNapi],
    legalComments: "none",
    banner: { js: bundled.map(licence).join("\n") },
    logLevel: "error",
  });
  writeFileSync(renderer, text.replace(imported, 'import("./chartjs-node-canvas.cjs")'));
  return ["canvas", ...bundled];
}

/** Instead of its loader of packages by name, which a bundler cannot follow. */
const canvasOfNapi: Plugin = {
  name: "canvas-of-napi",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]freshRequire\.js$/ }, () => ({
      contents: `exports.freshRequire = (name) => {
        if (name !== "canvas") throw new Error("Only the canvas can be loaded here, not " + name + ".");
        return require("@napi-rs/canvas");
      };`,
    }));
  },
};

function licence(name: string): string {
  const replaced = name === "chartjs-node-canvas" ? "With canvas replaced by @napi-rs/canvas: " : "";
  return `/*!\n${replaced}${licenceOf(name)}\n*/`;
}
