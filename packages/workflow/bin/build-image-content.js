import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildImage } from "./build-image.js";
import { copyPackages, MissingPackageError } from "./copy-packages.js";
import { tempSibling } from "./temp-name.js";

class UsageError extends Error {}

/**
 * Builds the project's dist/, the content of the image: `tiphys build [ENTRY]`. Default entry: src/main.ts.
 *
 * The Dockerfile builds two parts in parallel: `--part program`, the same for every processor, and `--part packages`, the
 * packages installed for the processor in `--cpu`.
 *
 * @param {string} root the project's directory
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function buildImageContent(root, args) {
  const target = join(root, "dist");
  const temp = tempSibling(target);
  try {
    const { part, cpu, file } = options(args);
    const entry = file === undefined ? "src/main.ts" : relative(root, resolve(file));
    const built = [];
    if (part !== "packages") {
      const files = await writeProgram(root, { entry, temp });
      built.push(`${files} files`);
    }
    if (part !== "program") {
      copyPackages(root, join(temp, "node_modules"), cpu === undefined ? {} : { cpu });
      built.push("the packages that cannot be bundled");
    }
    rmSync(target, { recursive: true, force: true });
    renameSync(temp, target);
    console.log(`dist: ${built.join(", and ")}`);
    return 0;
  } catch (error) {
    rmSync(temp, { recursive: true, force: true });
    const isUserError =
      error.name === "BundleError" || [MissingPackageError, UsageError].includes(error.constructor);
    console.error(isUserError ? error.message : error);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** @param {string[]} args @throws {UsageError} for invalid options */
function options(args) {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { part: { type: "string" }, cpu: { type: "string" } },
    });
  } catch (error) {
    throw new UsageError(error.message);
  }
  const { part, cpu } = parsed.values;
  if (part !== undefined && part !== "program" && part !== "packages")
    throw new UsageError(`--part ${part}: expected program or packages.`);
  return { part, cpu, file: parsed.positionals[0] };
}

/** @param {string} root @param {{ entry: string, temp: string }} options @returns {Promise<number>} the number of files */
async function writeProgram(root, { entry, temp }) {
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
