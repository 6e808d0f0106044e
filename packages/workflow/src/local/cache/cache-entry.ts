import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod";
import { tempSibling } from "../../files/temp-name.js";
import { type RecordedValues, taskPlaceSchema } from "../run-record.js";

/** The outputs of a task: texts of parameters, and SHA-256 of artifacts. */
const outputsSchema = z.strictObject({
  parameters: z.record(z.string(), z.string()),
  artifacts: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
export type OutputDigests = z.output<typeof outputsSchema>;

const entrySchema = z.strictObject({
  formatVersion: z.literal(1),
  /** The run and the task that made the outputs. */
  made: taskPlaceSchema,
  outputs: outputsSchema,
  /** Runs and tasks in whose folders the outputs are, the newest first. */
  places: z.array(taskPlaceSchema),
});
export type CacheEntry = z.output<typeof entrySchema>;

/** How many places of equal outputs are kept, in case runs are removed. */
const maxPlaces = 4;

/** The successes of a runs directory, by the keys of their tasks: one small file each. */
export function cacheFolder(runs: string): string {
  return join(runs, ".cache");
}

/** The success with a key; undefined if there is none, or if its file is damaged. */
export async function readCacheEntry(runs: string, key: string): Promise<CacheEntry | undefined> {
  try {
    return parseCacheEntry(await readFile(entryFile(runs, key), "utf8"));
  } catch {
    return undefined;
  }
}

/** The success in a file of the cache. @throws {Error} if the file is damaged */
export function parseCacheEntry(text: string): CacheEntry {
  return entrySchema.parse(JSON.parse(text));
}

/** Keeps a success for later runs. If that fails, a later run only takes longer. */
export async function writeCacheEntry(runs: string, key: string, entry: CacheEntry): Promise<void> {
  const file = entryFile(runs, key);
  const temp = tempSibling(file);
  try {
    await mkdir(dirname(file), { recursive: true });
    // Not flushed: after a power failure, a damaged entry counts as none.
    await writeFile(temp, `${JSON.stringify({ ...entry, places: entry.places.slice(0, maxPlaces) })}\n`);
    await rename(temp, file);
  } catch {
    await rm(temp, { force: true }).catch(() => {});
  }
}

/** What identifies a task's outputs, without their paths. */
export function outputDigests({ parameters, artifacts }: RecordedValues): OutputDigests {
  const digests = Object.entries(artifacts).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(({ sha256 }) => sha256) : value.sha256,
  ]);
  return { parameters, artifacts: Object.fromEntries(digests) };
}

/** Names of the outputs that are not equal. */
export function differingOutputs(found: OutputDigests, expected: OutputDigests): string[] {
  const text = ({ parameters, artifacts }: OutputDigests, name: string): string =>
    JSON.stringify([parameters[name], artifacts[name]]);
  const names = [found, expected].flatMap((each) => Object.keys({ ...each.parameters, ...each.artifacts }));
  return [...new Set(names)].filter((name) => text(found, name) !== text(expected, name));
}

function entryFile(runs: string, key: string): string {
  return join(cacheFolder(runs), key.slice(0, 2), `${key}.json`);
}
