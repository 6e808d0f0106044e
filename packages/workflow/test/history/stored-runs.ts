import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunRecord } from "../../src/local/run-record.js";
import { runRecord, taskRecord } from "../cli/records.js";

/** Writes a run of the workflow training into a runs directory. @returns its directory */
export function writeRun(runs: string, name: string, change: Partial<RunRecord> = {}): string {
  const directory = join(runs, name);
  mkdirSync(directory, { recursive: true });
  const record = runRecord([taskRecord("train")], { run: name, directory, ...change });
  writeFileSync(join(directory, "run.json"), JSON.stringify(record));
  return directory;
}
