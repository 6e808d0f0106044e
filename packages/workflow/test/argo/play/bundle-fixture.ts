import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll } from "vitest";

const entry = fileURLToPath(new URL("./fixtures/main.ts", import.meta.url));
// Below node_modules, so that native packages are found.
const cache = fileURLToPath(new URL("../../../../../node_modules/.cache/", import.meta.url));

const made: string[] = [];
// Not inside of a hook, where it would not be heard.
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Bundles the fixture project as the image holds one; it is removed after the tests of the file. */
export async function bundleFixture(): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "argo-play-"));
  made.push(folder);
  await build({
    entryPoints: { main: entry },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["canvas", "@napi-rs/canvas"],
    banner: {
      js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);',
    },
    logLevel: "error",
  });
  return join(folder, "main.mjs");
}
