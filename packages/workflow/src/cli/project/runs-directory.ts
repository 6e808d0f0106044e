import { join, resolve } from "node:path";
import { Option } from "commander";
import { callersDirectory, projectRoot } from "./project-root.js";

/** The option for the runs directory, for commands that write or read runs. */
export function runsOption(): Option {
  return new Option("--runs <directory>", 'runs directory (default: "runs" in the project)');
}

/** The runs directory from the option; default: the project's own. */
export function runsDirectory(chosen: string | undefined): string {
  return chosen === undefined ? join(projectRoot(), "runs") : resolve(callersDirectory(), chosen);
}
