import { relative, sep } from "node:path";
import { UserError } from "../definition/errors.js";
import { forEachConcurrent } from "../storage/for-each-concurrent.js";
import type { Store } from "../storage/store.js";
import { artifactChange } from "./artifact-change.js";
import { logsOf } from "./log-files.js";
import { runRecordText, writeRunRecord } from "./run-directory.js";
import type { RunRecord } from "./run-record.js";
import { type MadeArtifact, putArtifact, uploadConcurrency, writtenArtifacts } from "./stored-artifacts.js";

/**
 * Uploads the missing artifacts of a run that has ended, the logs of its tasks, and then its record. Artifacts in the store
 * are not uploaded again.
 * @param store its keys are relative to the run's prefix
 * @returns the names of the uploaded artifacts
 * @throws {UserError} if an artifact was changed or removed since the run wrote it; nothing is then uploaded
 */
export async function pushRun(store: Store, record: RunRecord, signal: AbortSignal): Promise<string[]> {
  const made = writtenArtifacts(record);
  for (const { name, artifact } of made) {
    const change = await artifactChange(artifact);
    if (change !== undefined) throw new UserError(`${name} ${change} Nothing was uploaded.`);
  }
  const missing: MadeArtifact[] = [];
  await forEachConcurrent(made, uploadConcurrency, signal, async (each, stop) => {
    if (!(await isStored(store, record, each, stop))) missing.push(each);
  });
  await forEachConcurrent(missing, uploadConcurrency, signal, (each, stop) =>
    putArtifact(store, "", each, stop),
  );
  await forEachConcurrent(logsOf(record), uploadConcurrency, signal, async ({ path }, stop) => {
    const name = relative(record.directory, path).split(sep).join("/");
    await store.put(name, path, { signal: stop });
  });
  const { notStored: _, ...whole } = record;
  await store.put("run.json", Buffer.from(runRecordText(whole)), { signal });
  writeRunRecord(whole);
  return missing.map(({ name }) => name).sort();
}

/** A folder has no digest in a store: it is uploaded again unless the run recorded that its upload was complete. */
async function isStored(
  store: Store,
  record: RunRecord,
  { name, artifact }: MadeArtifact,
  signal: AbortSignal,
): Promise<boolean> {
  const isRecordedAsStored = record.notStored !== undefined && !record.notStored.includes(name);
  const found = await store.head(name, { digest: true, signal });
  if (found === undefined) return isRecordedAsStored && (await hasBelow(store, name, signal));
  return (
    found.bytes === artifact.bytes &&
    (found.sha256 === undefined ? isRecordedAsStored : found.sha256 === artifact.sha256)
  );
}

async function hasBelow(store: Store, name: string, signal: AbortSignal): Promise<boolean> {
  for await (const _ of store.list(`${name}/`, { signal })) return true;
  return false;
}
