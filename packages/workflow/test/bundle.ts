import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { build } from "../bin/build.js";
import { buildImage } from "../bin/build-image.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const programs = fileURLToPath(new URL("./fixtures/programs/", import.meta.url));
// Below node_modules, so that what is not bundled is found.
const cache = join(root, "node_modules", ".cache");

const made: string[] = [];
// Not inside of a hook, where it would not be heard.
afterAll(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** Makes one file of a fixture program, which is removed after the tests of the file that asked for it. */
export async function bundle(program: string): Promise<string> {
  const script = join(makeDirectory(), "main.mjs");
  const entry = join(programs, `${program}.ts`);
  const { outputFiles } = await build(root, { entry, outdir: dirname(script), splitting: false });
  writeFileSync(script, outputFiles[0]?.contents ?? "");
  return script;
}

/** The same for a whole program, by the builder that makes what an image holds. */
export async function bundleAsInImage(entry: string): Promise<string> {
  const directory = makeDirectory();
  for (const { path, contents } of await buildImage(root, { entry, scratch: `${directory}-scratch` })) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), contents);
  }
  return join(directory, "main.js");
}

function makeDirectory(): string {
  mkdirSync(cache, { recursive: true });
  const directory = mkdtempSync(join(cache, "workflow-test-"));
  made.push(directory);
  return directory;
}
