#!/usr/bin/env node
// Builds dist/, the content of the image: `npm run build [ENTRY]`. Default entry: src/main.ts.
// The Dockerfile builds two parts in parallel: `--part program`, the same for every processor, and `--part packages`, the
// packages installed for the processor in `--cpu`.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { buildImage } from "./build-image.js";
import { copyPackages, MissingPackageError } from "./copy-packages.js";
import { tempSibling } from "./temp-name.js";

const root = process.cwd();
const target = join(root, "dist");
const temp = tempSibling(target);

class UsageError extends Error {}

try {
  const { values, positionals } = options();
  const built = [];
  if (values.part !== "packages") built.push(`${await writeProgram(positionals[0] ?? "src/main.ts")} files`);
  if (values.part !== "program") {
    copyPackages(root, join(temp, "node_modules"), values.cpu === undefined ? {} : { cpu: values.cpu });
    built.push("the packages that cannot be bundled");
  }
  rmSync(target, { recursive: true, force: true });
  renameSync(temp, target);
  console.log(`dist: ${built.join(", and ")}`);
} catch (error) {
  rmSync(temp, { recursive: true, force: true });
  const isUserError =
    error.name === "BundleError" || [MissingPackageError, UsageError].includes(error.constructor);
  console.error(isUserError ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

/** @throws {UsageError} for invalid options */
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

/** @param {string} entry @returns {Promise<number>} the number of files */
async function writeProgram(entry) {
  const files = await buildImage(root, {
    entry,
    scratch: tempSibling(join(root, "dist-scratch")),
    minify: true,
  });
  for (const { path, contents } of files) {
    mkdirSync(dirname(join(temp, path)), { recursive: true });
    writeFileSync(join(temp, path), contents);
  }
  return files.length;
}
