import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { UserError } from "../definition/errors.js";
import { omitUndefined } from "../definition/omit-undefined.js";
import { tempSibling } from "../files/temp-name.js";
import { writeFileAtomicallySync } from "../files/write-atomically.js";
import { phaseNow } from "./phase-now.js";
import { type RunRecord, runRecordSchema } from "./run-record.js";

/** The name of a new run: the workflow's name, the time in UTC and three random characters. */
function newRunName(workflow: string, now: Date): string {
  const time = now.toISOString().slice(0, 19).replaceAll("-", "").replaceAll(":", "").replace("T", "-");
  return `${workflow}-${time}-${randomBytes(2).toString("hex").slice(0, 3)}`;
}

/**
 * Creates a unique directory for a new run.
 * @param runs the directory of all runs; created if needed
 * @throws {UserError} if it cannot be created, for example on a read-only file system
 */
export function createRunDirectory(runs: string, workflow: string): { run: string; directory: string } {
  const run = newRunName(workflow, new Date());
  const directory = join(runs, run);
  try {
    mkdirSync(runs, { recursive: true });
    mkdirSync(directory);
  } catch (error) {
    // Another run was started in the same second and has the same random characters.
    if (existsSync(directory)) return createRunDirectory(runs, workflow);
    throw new UserError(
      `The runs directory ${runs} cannot be written (${error instanceof Error ? error.message : error}). ` +
        "Make it writable, or name another with --runs DIRECTORY.",
    );
  }
  return { run, directory };
}

/** Points the link `latest` to a run, unless the file system does not support links. */
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

/** The content of `run.json`. */
export function runRecordText(record: RunRecord): string {
  return `${JSON.stringify(withRelativePaths(record), null, 2)}\n`;
}

/**
 * Reads the record of a run. A run in phase Running whose process has ended on this machine is returned as Interrupted.
 * @param directory of the run, or a link to it
 * @throws {UserError} if it has no record, or one with another format
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
      `${path} is not the record of a run, or has another format version: ${firstIssue(result.error)}`,
    );
  }
  const record = { ...result.data, directory };
  return { ...record, ...omitUndefined(phaseNow(record)) };
}

function firstIssue(error: {
  readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[];
}): string {
  const [issue] = error.issues;
  return issue === undefined ? "unreadable" : `${issue.path.map(String).join(".")}: ${issue.message}`;
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`${path} is not JSON.`);
  }
}

/** The record with relative paths for artifacts inside the run's directory, so that the directory can be moved. */
function withRelativePaths(record: RunRecord): RunRecord {
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

/** The directory of all runs, from the directory of one run. */
export function runsOf(directory: string): string {
  return dirname(directory);
}
