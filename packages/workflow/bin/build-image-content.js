#!/usr/bin/env node
// Makes dist/: all that an image needs, and nothing else. `npm run build [ENTRY]`, by default src/main.ts.
// The Dockerfile makes it in two parts, side by side: `--part program`, the same for every processor, and
// `--part packages`, those that are installed for the processor that `--cpu` names.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { buildImage } from "./build-image.js";
import { copyPackages } from "./copy-packages.js";

const root = process.cwd();
const target = join(root, "dist");
const beside = join(root, `.dist-${process.pid}`);

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { part: { type: "string" }, cpu: { type: "string" } },
  });
  const told = [];
  if (values.part !== "packages") told.push(`${await writeProgram(positionals[0] ?? "src/main.ts")} files`);
  if (values.part !== "program") {
    copyPackages(root, join(beside, "node_modules"), values.cpu === undefined ? {} : { cpu: values.cpu });
    told.push("the packages that cannot be bundled");
  }
  rmSync(target, { recursive: true, force: true });
  renameSync(beside, target);
  console.log(`dist: ${told.join(", and ")}`);
} catch (error) {
  rmSync(beside, { recursive: true, force: true });
  console.error(error.name === "BundleError" ? error.message : error);
  process.exitCode = 1;
}

/** @param {string} entry @returns {Promise<number>} how many files */
async function writeProgram(entry) {
  const files = await buildImage(root, { entry, scratch: `${beside}-scratch`, minify: true });
  for (const { path, contents } of files) {
    mkdirSync(dirname(join(beside, path)), { recursive: true });
    writeFileSync(join(beside, path), contents);
  }
  return files.length;
}
