import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";
import type { OriginInRuns } from "../definition/port.js";

/** What is needed of a run's record. Reading only this is several times as fast with thousands of runs. */
const summarySchema = z.object({
  workflow: z.string(),
  phase: z.string(),
  startedAt: z.string(),
  outputs: z
    .object({
      artifacts: z.record(z.string(), z.union([z.object({ path: z.string() }), z.array(z.unknown())])),
    })
    .optional(),
});

/**
 * The path of an output of a workflow's newest succeeded run: of the one that started last and still has the file.
 * @param runs the directory of all runs
 * @returns undefined if there is none
 */
export function findNewestOutput(
  runs: string,
  { workflow, output }: Pick<OriginInRuns, "workflow" | "output">,
): string | undefined {
  let newest: { readonly startedAt: string; readonly path: string } | undefined;
  for (const directory of directoriesIn(runs)) {
    const record = readSummary(join(directory, "run.json"));
    if (record?.workflow !== workflow || record.phase !== "Succeeded") continue;
    if (newest !== undefined && record.startedAt <= newest.startedAt) continue;
    const found = record.outputs?.artifacts[output];
    if (found === undefined || !("path" in found)) continue;
    const path = resolve(directory, found.path);
    if (existsSync(path)) newest = { startedAt: record.startedAt, path };
  }
  return newest?.path;
}

/** The directories in a directory, without the link `latest`. */
function directoriesIn(runs: string): string[] {
  try {
    return readdirSync(runs, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [join(runs, entry.name)] : [],
    );
  } catch {
    return [];
  }
}

/** The summary of a record; undefined if there is none, as in a folder that is no run. */
function readSummary(path: string): z.output<typeof summarySchema> | undefined {
  try {
    return summarySchema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data;
  } catch {
    return undefined;
  }
}
