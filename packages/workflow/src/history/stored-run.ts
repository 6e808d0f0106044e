import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as z from "zod";
import { UserError } from "../definition/errors.js";
import { omitUndefined } from "../definition/omit-undefined.js";
import { runRecordSchema } from "../local/run-record.js";
import { type Measured, measuredEntries } from "./measured.js";
import { parseJson } from "./parse-json.js";
import type { RunTask } from "./run-summary.js";

const taskSchema = z.object({
  id: z.string(),
  phase: runRecordSchema.shape.phase,
  template: z.string().exactOptional(),
  startedAt: z.string().exactOptional(),
  finishedAt: z.string().exactOptional(),
});

/** What a summary needs of `run.json`: no inputs and outputs of tasks, which make up most of the file. */
const shallowRecord = runRecordSchema
  .omit({ run: true, directory: true, store: true, notStored: true, exit: true })
  .extend({ tasks: z.array(taskSchema) });

type ShallowRecord = z.output<typeof shallowRecord>;

/** A run as its files say, without what changes later: its notes, and what the project declares. */
export interface StoredRun extends Omit<ShallowRecord, "formatVersion" | "outputs" | "tasks"> {
  /** The texts of the returned parameters. */
  readonly returned: Readonly<Record<string, string>>;
  /** Entries of the returned JSON artifacts. */
  readonly measured: Readonly<Record<string, Measured>>;
  readonly tasks: readonly RunTask[];
}

function taskOf({ id, phase, template, startedAt, finishedAt }: z.output<typeof taskSchema>): RunTask {
  return {
    id,
    phase,
    ...omitUndefined({ template, durationSeconds: secondsBetween(startedAt, finishedAt) }),
  };
}

/** The time between two times of a record in seconds; undefined if one is missing. */
export function secondsBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  const milliseconds = Date.parse(to) - Date.parse(from);
  return Number.isFinite(milliseconds) ? milliseconds / 1000 : undefined;
}

/** A larger JSON artifact is a model or a table, not a list of metrics. In bytes. */
const maxMetricsBytes = 1 << 18;

/**
 * Reads a run's `run.json` and its metrics.
 * @throws {UserError} if the record is unreadable, or has another format
 */
export function readStoredRun(directory: string, path: string): StoredRun {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UserError(`${path} cannot be read (${error instanceof Error ? error.message : error}).`);
  }
  const content = parseJson(text);
  if (content === undefined) throw new UserError(`${path} is not JSON.`);
  const found = shallowRecord.safeParse(content);
  if (!found.success) throw new UserError(`${path} ${fault(content)}`);
  const { formatVersion: _, outputs, tasks, ...record } = found.data;
  return {
    ...record,
    returned: outputs?.parameters ?? {},
    measured: measuredOf(directory, outputs),
    tasks: tasks.map(taskOf),
  };
}

const versionSchema = z.object({ formatVersion: z.int() });

function fault(content: unknown): string {
  const found = versionSchema.safeParse(content);
  if (!found.success || found.data.formatVersion === 1) return "is not the record of a run.";
  return `has format version ${found.data.formatVersion}, expected 1. Read it with the version of the engine that wrote it.`;
}

function measuredOf(directory: string, outputs: ShallowRecord["outputs"]): StoredRun["measured"] {
  const files = Object.values(outputs?.artifacts ?? {})
    .flat()
    .filter(({ path, bytes }) => path.endsWith(".json") && bytes <= maxMetricsBytes);
  return Object.fromEntries(files.flatMap(({ path }) => entriesOf(resolve(directory, path))));
}

/** None if the file was removed or is not an object: the run is listed without it. */
function entriesOf(path: string): ReturnType<typeof measuredEntries> {
  try {
    const content = parseJson(readFileSync(path, "utf8"));
    return typeof content === "object" && content !== null ? measuredEntries(content) : [];
  } catch {
    return [];
  }
}
