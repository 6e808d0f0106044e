import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";

const settingsSchema = z.object({
  minimumMetrics: z.record(z.string(), z.number()),
  files: z.array(z.string().min(1)).min(1),
});

/** The requirements and files of a release. */
export type ReleaseSettings = z.output<typeof settingsSchema>;

/** Reads `release` of the project's src/release.ts. @throws {Error} if it is missing or invalid */
export async function releaseSettings(root: string): Promise<ReleaseSettings> {
  const module: unknown = await import(pathToFileURL(join(root, "src", "release.ts")).href);
  return z.object({ release: settingsSchema }).parse(module).release;
}
