import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll } from "vitest";

const programs = fileURLToPath(new URL("./fixtures/programs/", import.meta.url));
// Below node_modules, so that what is not bundled is found.
const cache = fileURLToPath(new URL("../../../node_modules/.cache/", import.meta.url));

/** Makes one file of a fixture program, which is removed after the tests of the file that asked for it. */
export async function bundle(program: string): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const directory = mkdtempSync(join(cache, "workflow-test-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const script = join(directory, "main.mjs");
  await build({
    entryPoints: [join(programs, `${program}.ts`)],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return script;
}
