import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { UserError } from "../definition/errors.js";
import { isProcessRunning } from "../files/is-process-running.js";
import { tempSibling } from "../files/temp-name.js";
import { writeFileAtomicallySync } from "../files/write-atomically.js";
import { type RunRecord, runRecordSchema } from "./run-record.js";

/** Name of a new run: the workflow's, the time in UTC and three random characters. */
function newRunName(workflow: string, now: Date): string {
  const time = now.toISOString().slice(0, 19).replaceAll("-", "").replaceAll(":", "").replace("T", "-");
  return `${workflow}-${time}-${randomBytes(2).toString("hex").slice(0, 3)}`;
}

/**
 * Makes the directory of a new run, which no other run has.
 * @throws {UserError} where it cannot be made or written, as on a read-only mount
 */
export function createRunDirectory(runs: string, workflow: string): { run: string; directory: string } {
  const run = newRunName(workflow, new Date());
  const directory = join(runs, run);
  try {
    mkdirSync(runs, { recursive: true });
    mkdirSync(directory);
  } catch (error) {
    // Another run was started in the same second and drew the same characters.
    if (existsSync(directory)) return createRunDirectory(runs, workflow);
    throw new UserError(
      `The runs directory ${runs} cannot be written (${error instanceof Error ? error.message : error}). ` +
        "Make it writable, or name another with --runs DIRECTORY.",
    );
  }
  return { run, directory };
}

/** Points `latest` at a run. Where the file system knows no links, there is none. */
export function linkLatest(runs: string, run: string): void {
  const latest = join(runs, "latest");
  const temp = tempSibling(latest);
  try {
    symlinkSync(run, temp, "dir");
    renameSync(temp, latest);
  } catch {
    rmSync(temp, { force: true });
  }
}

/** Writes `run.json`. */
export function writeRunRecord(record: RunRecord): void {
  writeFileAtomicallySync(join(record.directory, "run.json"), runRecordText(record));
}

/** What stands in `run.json`. */
export function runRecordText(record: RunRecord): string {
  return `${JSON.stringify(portable(record), null, 2)}\n`;
}

/**
 * Reads the record of a run.
 * @param directory of the run, or a link to it
 * @throws {UserError} where there is none, or one of another format
 */
export function readRunRecord(directory: string): RunRecord {
  const path = join(directory, "run.json");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UserError(`There is no run in ${directory}: ${path} cannot be read. Start one with "run".`);
  }
  const result = runRecordSchema.safeParse(parse(path, text));
  if (!result.success) {
    throw new UserError(
      `${path} is no record of a run, or one of another version: ${z4message(result.error)}`,
    );
  }
  const record = { ...result.data, directory };
  if (record.phase !== "Running" || isProcessRunning(record.pid)) return record;
  return { ...record, phase: "Interrupted", message: `process ${record.pid} ended before the run did` };
}

function z4message(error: {
  readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[];
}): string {
  const [issue] = error.issues;
  return issue === undefined ? "unreadable" : `${issue.path.map(String).join(".")}: ${issue.message}`;
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`${path} is no JSON.`);
  }
}

/** The record with paths below the run's directory made relative to it, so that a run can be moved. */
function portable(record: RunRecord): RunRecord {
  const shorten = (path: string): string => {
    const inside = relative(record.directory, path);
    return isAbsolute(path) && !inside.startsWith("..") ? inside : path;
  };
  return JSON.parse(
    JSON.stringify(record, (key, value: unknown) =>
      key === "path" && typeof value === "string" ? shorten(value) : value,
    ),
  );
}

/** The directory that holds the runs which a run's directory lies in. */
export function runsOf(directory: string): string {
  return dirname(directory);
}
