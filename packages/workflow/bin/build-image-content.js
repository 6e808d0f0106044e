#!/usr/bin/env node
// Makes dist/: all that an image needs, and nothing else. `npm run build [ENTRY]`, by default src/main.ts.
// The Dockerfile makes it in two parts, side by side: `--part program`, the same for every processor, and
// `--part packages`, those that are installed for the processor that `--cpu` names.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { buildImage } from "./build-image.js";
import { copyPackages, MissingPackageError } from "./copy-packages.js";
import { tempSibling } from "./temp-name.js";

const root = process.cwd();
const target = join(root, "dist");
const beside = tempSibling(target);

class UsageError extends Error {}

try {
  const { values, positionals } = options();
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
  const isForPeople =
    error.name === "BundleError" || [MissingPackageError, UsageError].includes(error.constructor);
  console.error(isForPeople ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

/** @throws {UsageError} where the call is wrong */
function options() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { part: { type: "string" }, cpu: { type: "string" } },
    });
  } catch (error) {
    throw new UsageError(error.message);
  }
  const { part } = parsed.values;
  if (part === undefined || part === "program" || part === "packages") return parsed;
  throw new UsageError(`--part ${part}: expected program or packages.`);
}

/** @param {string} entry @returns {Promise<number>} how many files */
async function writeProgram(entry) {
  const files = await buildImage(root, {
    entry,
    scratch: tempSibling(join(root, "dist-scratch")),
    minify: true,
  });
  for (const { path, contents } of files) {
    mkdirSync(dirname(join(beside, path)), { recursive: true });
    writeFileSync(join(beside, path), contents);
  }
  return files.length;
}
