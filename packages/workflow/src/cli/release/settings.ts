import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { describeIssues } from "../../definition/describe-issues.js";
import { UserError } from "../../definition/errors.js";
import { engineFolder } from "../project/engine-folder.js";

const file = "src/release.ts";
const example = 'export const release = { minimumMetrics: { accuracy: 0.7 }, files: ["metrics.json"] };';

const settingsSchema = z.object({
  release: z.object({
    minimumMetrics: z.record(z.string(), z.number()),
    files: z.array(z.string().min(1)).min(1),
  }),
});

/** The requirements and files of a release. */
export type ReleaseSettings = z.output<typeof settingsSchema>["release"];

/**
 * Reads `release` of the project's src/release.ts.
 * @param root the project's directory
 * @throws {UserError} if it is missing or invalid
 */
export async function releaseSettings(root: string): Promise<ReleaseSettings> {
  if (!existsSync(join(root, file))) {
    throw new UserError(
      `${join(root, file)} does not exist. It says which metrics a release must reach, and which files it has:\n  ${example}`,
    );
  }
  const result = settingsSchema.safeParse(await load(root));
  if (result.success) return result.data.release;
  throw new UserError(`${file}: ${describeIssues(result.error)}. Expected, for example:\n  ${example}`);
}

/** Loads the module with the engine's bundler, which is no part of the bundled program. */
async function load(root: string): Promise<unknown> {
  const loader = pathToFileURL(join(engineFolder(), "bin", "load-module.js")).href;
  const { loadModule }: { loadModule(root: string, path: string): Promise<unknown> } = await import(loader);
  try {
    return await loadModule(root, file);
  } catch (error) {
    throw new UserError(`${file} cannot be loaded: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}
