import { join, resolve } from "node:path";
import { Option } from "commander";
import { callersDirectory, projectRoot } from "./project-root.js";

/** Where runs are kept, for the commands that make or read them. */
export function runsOption(): Option {
  return new Option("--runs <directory>", 'where runs are kept (default: "runs" in the project)');
}

/** The directory that was chosen, or the project's own. */
export function runsDirectory(chosen: string | undefined): string {
  return chosen === undefined ? join(projectRoot(), "runs") : resolve(callersDirectory(), chosen);
}
