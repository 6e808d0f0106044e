import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { ServerError, type ServerWorkflow, type WorkflowsService } from "../../../argo/client/index.js";
import { UserError } from "../../../definition/errors.js";
import { writeFileAtomicallySync } from "../../../files/write-atomically.js";
import { runRecordText } from "../../../local/run-directory.js";
import { Semaphore } from "../../../local/semaphore.js";
import { refuseFileAsFolder } from "../../../storage/folder-transfer/local-path.js";
import { checkNameCollisions } from "../../../storage/folder-transfer/name-collisions.js";
import { placeBelow, type SafePath } from "../../../storage/folder-transfer/safe-path.js";
import type { ProjectWorkflow } from "../match-project-workflow.js";
import { type CopySelection, chooseCopies, chooseLogs } from "./choose-copies.js";
import { copyArtifact } from "./copy-artifact.js";
import { copyLogs } from "./copy-logs.js";
import { keepCopied, keepLogs, refuseOtherRun } from "./earlier-copy.js";
import { planRun } from "./planned-run.js";
import { recordOf } from "./record-run.js";
import { runFolder } from "./run-folder.js";

export interface CopyOptions extends CopySelection {
  /** The runs directory. */
  readonly runs: string;
  readonly signal: AbortSignal;
  /** Called for each artifact that was copied. */
  copied(path: string, bytes: number): void;
  /** Called for each artifact that could not be copied. */
  missed(path: string, why: string): void;
  /** Called with a sentence about logs that could not be copied. */
  noLogs(why: string): void;
}

export interface CopiedRun {
  readonly directory: string;
  readonly copied: number;
  /** Number of artifacts kept from an earlier copy. */
  readonly kept: number;
  readonly missed: number;
}

/** How many artifacts are fetched at the same time. */
const concurrency = 4;

/**
 * Copies the outputs of a finished workflow into a run's directory, laid out like a run on this machine. The directory is
 * built under a temporary name; artifacts that an earlier copy fetched are not fetched again.
 *
 * @param own the project's workflow that it matches, if there is one
 * @throws {UsageError} if no artifact or task has a requested name
 * @throws {UserError} if the server returns a name that is not a valid file name; nothing is written then
 * @throws {UnreachableError} if the connection is lost; fetched artifacts are kept, and the next copy continues from there
 */
export async function copyRun(
  service: WorkflowsService,
  found: ServerWorkflow,
  own: ProjectWorkflow | undefined,
  options: CopyOptions,
): Promise<CopiedRun> {
  const name = runFolder(found.metadata.name);
  const directory = placeBelow(options.runs, name);
  const partial = join(options.runs, `.${name}.part`);
  const run = planRun(found, own);
  const record = recordOf(found, run.workflow, directory);
  refuseOtherRun(directory, record);
  const chosen = chooseCopies(run.copies, options);
  mkdirSync(options.runs, { recursive: true });
  await refuseCollisions(`${partial}.names`, run.files);
  mkdirSync(partial, { recursive: true });
  const kept = await keepCopied(directory, partial, run.copies);
  await keepLogs(directory, partial, run.logs);
  const slots = new Semaphore(concurrency);
  let copied = 0;
  let missed = 0;
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  await Promise.all(
    chosen
      .filter(({ path }) => !existsSync(placeBelow(partial, path)))
      .map((copy) =>
        slots.run(async () => {
          if (signal.aborted) return;
          try {
            options.copied(copy.path, await copyArtifact(service, name, copy, partial, signal));
            copied += 1;
          } catch (error) {
            if (!isOnlyThisOne(error)) {
              stop.abort();
              throw error;
            }
            options.missed(copy.path, error.message);
            missed += 1;
          }
        }),
      ),
  );
  options.signal.throwIfAborted();
  const logs = await copyLogs(service, name, chooseLogs(run.logs, options), partial, signal);
  const sentences = [...logs.faults, ...whyLeftOut(logs.leftOut), ...whyMissing(logs.missing)];
  for (const why of sentences) options.noLogs(why);
  await run.fillIn(record, partial);
  writeFileAtomicallySync(join(partial, "run.json"), runRecordText(record));
  replaceRun(partial, directory);
  return { directory, copied, kept, missed };
}

/** Refuses files of which one would overwrite another or be inside of it. */
async function refuseCollisions(probe: string, files: readonly SafePath[]): Promise<void> {
  const seen = new Set<string>();
  for (const file of files) {
    if (seen.has(file)) {
      throw new UserError(`The workflow has two files ${JSON.stringify(file)}. Nothing was copied.`);
    }
    seen.add(file);
  }
  refuseFileAsFolder(files, "The workflow");
  try {
    await checkNameCollisions(probe, files, "the workflow");
  } finally {
    await rm(probe, { recursive: true, force: true });
  }
}

/** How many tasks a message names. */
const maxNamed = 3;

/** Why tasks have no log, as a sentence; empty if all have one or logged nothing. */
function whyMissing(tasks: readonly string[]): string[] {
  if (tasks.length === 0) return [];
  return [
    `The cluster has no log of ${someOf(tasks)}: the pods are gone or never started, and their logs were not archived (archiveLogs).`,
  ];
}

/** Of which tasks no log was written although there may be one, as a sentence; empty if there are none. */
function whyLeftOut(tasks: readonly string[]): string[] {
  if (tasks.length === 0) return [];
  return [
    `The log of ${someOf(tasks)} could not be read to the end, and is not copied. Run the same command to try again.`,
  ];
}

function someOf(tasks: readonly string[]): string {
  const others = tasks.length - maxNamed;
  return `${tasks.slice(0, maxNamed).join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
}

/** Whether an error concerns one artifact, not the connection or the account. */
function isOnlyThisOne(error: unknown): error is UserError {
  if (error instanceof ServerError) return !["unauthenticated", "forbidden"].includes(error.refusal);
  return error instanceof UserError && error.name === "UserError";
}

function replaceRun(partial: string, directory: string): void {
  if (!existsSync(directory)) {
    renameSync(partial, directory);
    return;
  }
  const old = `${partial}.old`;
  rmSync(old, { recursive: true, force: true });
  renameSync(directory, old);
  renameSync(partial, directory);
  rmSync(old, { recursive: true, force: true });
}
