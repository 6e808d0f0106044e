import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { UserError } from "../definition/errors.js";
import type { Store } from "../storage/store.js";
import type { RunRecord, TaskRecord } from "./run-record.js";
import type { ArtifactFile } from "./task-value.js";

/** How many artifacts are uploaded at the same time. */
export const uploadConcurrency = 4;

/** An artifact that a run has written, and its name below the run's prefix in a store. */
export interface MadeArtifact {
  /** With slashes, as in `train/0/model.json`. */
  readonly name: string;
  readonly artifact: ArtifactFile;
}

/** The artifacts that a step of a run has written; none if it did not succeed. */
export function artifactsOfTask(task: TaskRecord, directory: string): MadeArtifact[] {
  if (task.kind !== "step" || task.phase !== "Succeeded") return [];
  return Object.values(task.outputs?.artifacts ?? {})
    .flat()
    .map((artifact) => {
      const path = resolve(directory, artifact.path);
      return { name: relative(directory, path).split(sep).join("/"), artifact: { ...artifact, path } };
    });
}

/** The artifacts that all steps of a run have written, in the order of its tasks. */
export function writtenArtifacts(record: RunRecord): MadeArtifact[] {
  const ofTasks = (tasks: readonly TaskRecord[]): MadeArtifact[] =>
    tasks.flatMap((task) => [...artifactsOfTask(task, record.directory), ...ofTasks(task.children ?? [])]);
  return ofTasks([...record.tasks, ...(record.exit ?? [])]);
}

/**
 * Stores an artifact: its file, or each file of its folder.
 * @param prefix of all keys; empty for none
 * @throws {UserError} if the file no longer has the bytes that the run recorded
 */
export async function putArtifact(
  store: Store,
  prefix: string,
  { name, artifact }: MadeArtifact,
  signal: AbortSignal,
): Promise<void> {
  for await (const file of filesIn(artifact.path)) {
    const key = [prefix, name, relative(artifact.path, file).split(sep).join("/")]
      .filter((part) => part !== "")
      .join("/");
    const put = await store.put(key, file, { signal });
    if (file === artifact.path && put !== undefined && put.sha256 !== artifact.sha256) {
      await store.delete(key);
      throw new UserError(`${file} was changed after it was written. Run the workflow again.`);
    }
  }
}

async function* filesIn(path: string): AsyncGenerator<string> {
  if (!(await stat(path)).isDirectory()) {
    yield path;
    return;
  }
  for (const name of (await readdir(path)).sort()) yield* filesIn(join(path, name));
}
