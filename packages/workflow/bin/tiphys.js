#!/usr/bin/env node
// Starts the command line of the project that contains the current directory: bundles src/main.ts if it changed, and runs
// the bundle. Plain JavaScript with few imports, because it runs before every command.
import { fork } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleProject } from "./bundle-project.js";
import { holdBundle } from "./sweep-bundles.js";

/** @returns {string | undefined} */
function findProject() {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "src", "main.ts")) && existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Makes stack traces show the project's files instead of the bundle's, here and in workers. Takes about 0.1 s. */
function showSources() {
  process.setSourceMapsEnabled(true);
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --enable-source-maps`.trim();
}

/**
 * The project that this file belongs to, for linting manifests outside of a project.
 * @returns {string | undefined}
 */
function ownProject() {
  const folder = fileURLToPath(new URL("../../..", import.meta.url));
  return existsSync(join(folder, "src", "main.ts")) ? folder : undefined;
}

function stopEarly() {
  for (const worker of globalThis.tiphysReadyWorkers ?? []) worker.kill("SIGKILL");
  console.error("Stopped before the run began.");
  process.exit(130);
}

/**
 * The project without its sources, as in a stage of a Dockerfile that installs its packages.
 * @returns {string | undefined}
 */
function projectWithoutSources() {
  return existsSync("package.json") ? process.cwd() : undefined;
}

/** Options with which a run repeats what the one before it did, so that it may take all outputs from there. */
const changesNothing = /^--(json|verbose|parallelism|store|approve|cache)\b/;

/**
 * Whether a run will probably find all its outputs in earlier runs: the program was not bundled anew, and nothing is set.
 * @param {string} program @param {string} root @param {readonly string[]} options
 */
function isRepeated(program, root, options) {
  return (
    options.every((option) => !option.startsWith("-") || changesNothing.test(option)) &&
    existsSync(join(root, "runs", ".cache")) &&
    statSync(program).mtimeMs < performance.timeOrigin
  );
}

/** Started before the project is bundled, because it bundles for an image. Its help is one of the program's commands. */
function buildsImage() {
  const [command, ...options] = process.argv.slice(2);
  return command === "build" && !options.includes("--help") && !options.includes("-h");
}

const lintsFiles = process.argv[2] === "lint" && process.argv.length > 3;
const root =
  findProject() ??
  (buildsImage() ? projectWithoutSources() : undefined) ??
  (lintsFiles ? ownProject() : undefined);
if (root === undefined) {
  console.error(
    `No project here: neither ${process.cwd()} nor a directory above it contains package.json and src/main.ts.`,
  );
  if (lintsFiles) console.error("To lint files without a project: npx @tiphys/argo-lint FILE");
  process.exitCode = 2;
} else if (buildsImage()) {
  const { buildImageContent } = await import("./build-image-content.js");
  process.exitCode = await buildImageContent(root, process.argv.slice(3));
} else {
  // Until the run handles Ctrl-C itself. Ctrl-C ends other commands immediately.
  if (process.argv[2] === "run") {
    globalThis.tiphysOnEarlyInterrupt = stopEarly;
    process.on("SIGINT", stopEarly);
  }
  try {
    const program = await bundleProject(root);
    if (process.argv[2] === "run") holdBundle(program);
    process.env.TIPHYS_ROOT = root;
    // Workers and steps are started with the same program.
    process.argv[1] = program;
    const [command, ...options] = process.argv.slice(2);
    if (command === "step" || options.includes("--verbose") || process.env.DEBUG) showSources();
    const needsNoWorker = options.some((option) => /^(--isolated$|--image\b|-h|--help$)/.test(option));
    if (command === "run" && !needsNoWorker && !isRepeated(program, root, options)) {
      // The first worker loads in parallel with this process. It has its own process group, so that Ctrl-C does not reach it.
      const detached = process.platform !== "win32";
      globalThis.tiphysReadyWorkers = [
        fork(program, ["worker"], { detached, stdio: ["ignore", "pipe", "pipe", "ipc"] }),
      ];
    }
    await import(pathToFileURL(program).href);
  } catch (error) {
    const known =
      error instanceof Error && (error.name === "BundleError" || error.name === "DefinitionError");
    console.error(known && !process.env.DEBUG ? error.message : error);
    process.exitCode = 1;
  } finally {
    for (const worker of globalThis.tiphysReadyWorkers ?? []) worker.kill();
  }
}
