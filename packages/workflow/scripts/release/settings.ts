import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";

const settingsSchema = z.object({
  minimumMetrics: z.record(z.string(), z.number()),
  files: z.array(z.string().min(1)).min(1),
});

/** What the project asks of a release. */
export type ReleaseSettings = z.output<typeof settingsSchema>;

/** Reads `release` of the project's src/release.ts. @throws {Error} where it is not there, or of another form */
export async function releaseSettings(root: string): Promise<ReleaseSettings> {
  const module: unknown = await import(pathToFileURL(join(root, "src", "release.ts")).href);
  return z.object({ release: settingsSchema }).parse(module).release;
}
