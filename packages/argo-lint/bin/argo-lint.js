#!/usr/bin/env node
import { existsSync } from "node:fs";

const compiled = new URL("../dist/cli/main.js", import.meta.url);
const { runArgoLint } = existsSync(compiled) ? await import(compiled.href) : await sources();

await runArgoLint(process.argv.slice(2));

/** In the package's repository nothing is compiled. */
async function sources() {
  const { tsImport } = await import("tsx/esm/api");
  return tsImport("../src/cli/main.ts", import.meta.url);
}
