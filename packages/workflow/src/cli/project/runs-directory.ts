import { join, resolve, sep } from "node:path";
import { Option } from "commander";
import { readRunRecord } from "../../local/run-directory.js";
import type { RunRecord } from "../../local/run-record.js";
import { callersDirectory, projectRoot } from "./project-root.js";

/** The option for the runs directory, for commands that write or read runs. */
export function runsOption(): Option {
  return new Option("--runs <directory>", 'runs directory (default: "runs" in the project)');
}

/** The runs directory from the option; default: the project's own. */
export function runsDirectory(chosen: string | undefined): string {
  return chosen === undefined ? join(projectRoot(), "runs") : resolve(callersDirectory(), chosen);
}

/**
 * The record of a run.
 * @param run its name, its directory, or "latest"
 */
export function findRun(runs: string, run: string): RunRecord {
  const isPath = run.includes("/") || run.includes(sep) || run === "." || run === "..";
  return readRunRecord(isPath ? resolve(callersDirectory(), run) : resolve(runs, run));
}
