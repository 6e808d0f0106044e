import { locateRun } from "../../history/locate-run.js";
import { readRunRecord } from "../../local/run-directory.js";
import type { RunRecord } from "../../local/run-record.js";
import { callersDirectory } from "./project-root.js";

/** How a run is named, for the help of commands. */
export const runArgumentHelp =
  "a run: its name, a part of it that no other run has, its directory, latest, or latest:WORKFLOW";

/**
 * The record of a run.
 * @param run as {@link runArgumentHelp} says
 * @throws {UsageError} if there is no such run, or several are called so
 */
export function findRun(runs: string, run: string): RunRecord {
  return readRunRecord(locateRun(runs, run, callersDirectory()));
}
