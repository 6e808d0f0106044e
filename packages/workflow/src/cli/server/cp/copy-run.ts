import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { ServerError, type ServerWorkflow, type WorkflowsService } from "../../../argo/client/index.js";
import { UsageError, UserError } from "../../../definition/errors.js";
import { digest } from "../../../files/digest.js";
import { writeAtomically, writeFileAtomicallySync } from "../../../files/write-atomically.js";
import { recordedOutputs } from "../../../local/recorded-values.js";
import { readRunRecord, runRecordText } from "../../../local/run-directory.js";
import type { RunRecord, TaskRecord } from "../../../local/run-record.js";
import { Semaphore } from "../../../local/semaphore.js";
import { refuseFileAsFolder } from "../../../storage/folder-transfer/local-path.js";
import { checkNameCollisions } from "../../../storage/folder-transfer/name-collisions.js";
import { placeBelow, type SafePath } from "../../../storage/folder-transfer/safe-path.js";
import { type FoundTask, findTasks, nodesByName } from "../find-tasks.js";
import type { ProjectWorkflow } from "../match-project-workflow.js";
import { copyArtifact } from "./copy-artifact.js";
import { writeParameterFiles } from "./parameter-files.js";
import { inputCopies, outputCopies, type PlannedCopy } from "./planned-copy.js";
import { outputsOf, RunFiles, recordOf } from "./record-run.js";
import { runFolder } from "./run-folder.js";
import { unknownTasks } from "./unknown-tasks.js";

export interface CopyOptions {
  readonly runs: string;
  /** Only artifacts with these names; empty for all. */
  readonly artifacts: readonly string[];
  /** Only tasks with these ids, and tasks inside of them; empty for all. */
  readonly tasks: readonly string[];
  readonly signal: AbortSignal;
  /** Called for each artifact that was copied. */
  copied(path: string, bytes: number): void;
  /** Called for each artifact that could not be copied. */
  missed(path: string, why: string): void;
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
  const run = own === undefined ? foreignRun(found) : ownRun(found, own);
  const record = recordOf(found, run.workflow, directory);
  refuseOther(directory, record);
  const chosen = choose(run.copies, options);
  mkdirSync(options.runs, { recursive: true });
  await refuseCollisions(`${partial}.names`, run.files);
  mkdirSync(partial, { recursive: true });
  const kept = await keepCopied(directory, partial, run.copies);
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
  await run.fillIn(record, partial);
  writeFileAtomicallySync(join(partial, "run.json"), runRecordText(record));
  replaceRun(partial, directory);
  return { directory, copied, kept, missed };
}

interface Run {
  /** The workflow's name in the project, else its name in the cluster. */
  readonly workflow: string;
  readonly copies: readonly PlannedCopy[];
  /** All files that will be written. */
  readonly files: readonly SafePath[];
  fillIn(record: RunRecord, directory: string): Promise<void>;
}

function ownRun(found: ServerWorkflow, { workflow, root }: ProjectWorkflow): Run {
  const nodes = nodesByName(found);
  const tasks = findTasks(workflow.graph, workflow.inputs, root, "", nodes);
  const exit =
    workflow.exit === undefined
      ? undefined
      : findTasks(workflow.exit, {}, `${found.metadata.name}.onExit`, "onExit/", nodes);
  const rootNode = nodes.get(root);
  const given = rootNode === undefined ? [] : inputCopies(workflow.inputs, rootNode);
  const copies = [...given, ...outputCopies(tasks), ...outputCopies(exit ?? [])];
  return {
    workflow: workflow.name,
    copies,
    files: copies.map(({ path }) => path),
    async fillIn(record, directory) {
      const files = new RunFiles(directory, copies);
      await files.fillIn(tasks);
      await files.fillIn(exit ?? []);
      for (const { name, value } of rootNode?.inputs?.parameters ?? []) {
        if (workflow.inputs[name]?.kind === "parameter" && value !== undefined)
          record.inputs.parameters[name] = value;
      }
      for (const { artifact, path } of given) {
        const value = await files.recorded(path, false);
        if (value !== undefined) record.inputs.artifacts[artifact] = value;
      }
      record.tasks = recordsOf(tasks);
      if (exit !== undefined) record.exit = recordsOf(exit);
      const outputs = outputsOf(workflow.graph.outputs, (source) =>
        files.valueOf(source, tasks, record.inputs),
      );
      record.outputs = recordedOutputs(workflow, outputs);
    },
  };
}

function foreignRun(found: ServerWorkflow): Run {
  const { tasks, copies } = unknownTasks(found);
  return {
    workflow: found.metadata.name,
    copies,
    files: [...copies, ...tasks.flatMap(({ parameters }) => parameters)].map(({ path }) => path),
    async fillIn(record, directory) {
      const files = new RunFiles(directory, copies);
      for (const { record: task, parameters } of tasks) {
        if (task.outputs === undefined) continue;
        writeParameterFiles(directory, parameters);
        for (const { artifact, path } of copies.filter((copy) => copy.task === task.id)) {
          const value = await files.recorded(path, false);
          if (value !== undefined) task.outputs.artifacts[artifact] = value;
        }
      }
      record.tasks = tasks.map(({ record: task }) => task);
    },
  };
}

function recordsOf(tasks: readonly FoundTask[]): TaskRecord[] {
  return tasks.map(({ record }) => record);
}

/** The copies that the options select. Inputs of the workflow belong to no task, so `--task` excludes them. */
function choose(copies: readonly PlannedCopy[], { artifacts, tasks }: CopyOptions): readonly PlannedCopy[] {
  const isOf = (copy: PlannedCopy, task: string): boolean =>
    copy.task === task || copy.task.startsWith(`${task}/`);
  const noTask = tasks.find((task) => !copies.some((copy) => isOf(copy, task)));
  if (noTask !== undefined) {
    const ids = [...new Set(copies.map(({ task }) => task))].filter(Boolean);
    throw new UsageError(`--task ${noTask}: no artifact belongs to this task. Available: ${ids.join(", ")}.`);
  }
  const noArtifact = artifacts.find((name) => !copies.some((copy) => copy.artifact === name));
  if (noArtifact !== undefined) {
    const names = [...new Set(copies.map(({ artifact }) => artifact))];
    throw new UsageError(
      `--artifact ${noArtifact}: there is no such artifact. Available: ${names.join(", ")}.`,
    );
  }
  return copies.filter(
    (copy) =>
      (tasks.length === 0 || tasks.some((task) => isOf(copy, task))) &&
      (artifacts.length === 0 || artifacts.includes(copy.artifact)),
  );
}

/** A name may be used again in the cluster after it was deleted: the copy of the earlier workflow is not overwritten. */
function refuseOther(directory: string, { startedAt, run }: RunRecord): void {
  if (!existsSync(directory)) return;
  const before = existsSync(join(directory, "run.json")) ? readRunRecord(directory) : undefined;
  if (before?.run === run && before.startedAt === startedAt) return;
  throw new UserError(
    `${directory} already exists and is not a copy of this workflow. Move it, or copy to another folder with --runs DIRECTORY.`,
  );
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

/** Takes over artifacts of an earlier copy that have not been changed since. */
async function keepCopied(
  directory: string,
  partial: string,
  copies: readonly PlannedCopy[],
): Promise<number> {
  if (existsSync(directory)) {
    const digests = digestsIn(readRunRecord(directory));
    for (const { path } of copies) {
      const [from, to] = [placeBelow(directory, path), placeBelow(partial, path)];
      if (existsSync(to) || !existsSync(from)) continue;
      const isFolder = statSync(from).isDirectory();
      const known = digests.get(path);
      if (!isFolder && known !== (await digest(from)).sha256) continue;
      if (isFolder && known !== undefined && known !== (await digest(from)).sha256) continue;
      await writeAtomically(to, (part) => cp(from, part, { recursive: true }));
    }
  }
  return copies.filter(({ path }) => existsSync(placeBelow(partial, path))).length;
}

function digestsIn(record: RunRecord): Map<string, string> {
  const found = new Map<string, string>();
  const look = (tasks: readonly TaskRecord[]): void => {
    for (const { outputs, children } of tasks) {
      for (const { path, sha256 } of Object.values(outputs?.artifacts ?? {}).flat()) found.set(path, sha256);
      look(children ?? []);
    }
  };
  for (const { path, sha256 } of Object.values(record.inputs.artifacts).flat()) found.set(path, sha256);
  look([...record.tasks, ...(record.exit ?? [])]);
  return found;
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
