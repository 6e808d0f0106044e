import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const hasSources = existsSync(new URL("../src", import.meta.url));

/** The folder of the engine's modules: sources in its repository, compiled in the published package. */
export const engineFolder = fileURLToPath(new URL(hasSources ? "../src" : "../dist", import.meta.url));

/**
 * The file of a module of the engine.
 * @param {string[]} path below the folder of the engine's modules, without extension
 */
export function engineModule(...path) {
  return `${join(engineFolder, ...path)}${hasSources ? ".ts" : ".js"}`;
}
