#!/usr/bin/env node
// Starts the command line of the project that the current directory lies in: bundles src/main.ts where it changed, and
// runs the bundle. Plain JavaScript, and nothing is loaded that is not needed: this runs before every command.
import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleProject, holdBundle } from "./bundle-project.js";

/** @returns {string | undefined} */
function findProject() {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "src", "main.ts")) && existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Makes stack traces name the project's files instead of the bundle's, here and in workers. It takes a tenth of a second. */
function showSources() {
  process.setSourceMapsEnabled(true);
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --enable-source-maps`.trim();
}

/**
 * The project that this file belongs to. Manifests can be linted from anywhere with it, also where there is no project.
 * @returns {string | undefined}
 */
function ownProject() {
  const folder = fileURLToPath(new URL("../../..", import.meta.url));
  return existsSync(join(folder, "src", "main.ts")) ? folder : undefined;
}

function stopEarly() {
  for (const worker of globalThis.pipelineReadyWorkers ?? []) worker.kill("SIGKILL");
  console.error("Stopped before the run began.");
  process.exit(130);
}

const lintsFiles = process.argv[2] === "lint" && process.argv.length > 3;
const root = findProject() ?? (lintsFiles ? ownProject() : undefined);
if (root === undefined) {
  console.error(
    `No project here: neither ${process.cwd()} nor a directory above it holds package.json and src/main.ts.`,
  );
  process.exitCode = 2;
} else {
  // Until the run hears Ctrl-C itself. Other commands are to be stopped at once, whatever they are doing.
  if (process.argv[2] === "run") {
    globalThis.pipelineOnEarlyInterrupt = stopEarly;
    process.on("SIGINT", stopEarly);
  }
  try {
    const program = await bundleProject(root);
    if (process.argv[2] === "run") holdBundle(program);
    process.env.PIPELINE_ROOT = root;
    // Whoever starts workers or pods starts the same program.
    process.argv[1] = program;
    const [command, ...options] = process.argv.slice(2);
    if (command === "step" || options.includes("--verbose") || process.env.DEBUG) showSources();
    if (
      command === "run" &&
      !options.some((option) => option === "--isolated" || option.startsWith("-h") || option === "--help")
    ) {
      // The first worker loads while this process does. It leads a group of its own: Ctrl-C is not for it.
      const detached = process.platform !== "win32";
      globalThis.pipelineReadyWorkers = [
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
    for (const worker of globalThis.pipelineReadyWorkers ?? []) worker.kill();
  }
}
