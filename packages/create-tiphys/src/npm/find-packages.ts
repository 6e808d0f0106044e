import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "@tiphys/workflow";
import { vendorTarballs } from "../answers/engine-packages.js";
import { runNpm } from "./npm.js";

/** Where a project gets the engine's packages from: a registry, or tarballs in a folder. */
export type PackageSource =
  | { readonly packages: "registry" }
  | { readonly packages: "vendor"; readonly folder: string };

/** How long a registry may take to answer, in milliseconds. */
const registryDeadline = 20_000;

/**
 * The tarballs in a folder.
 * @throws {UsageError} naming those that are missing
 */
export function packagesIn(given: string, version: string): PackageSource {
  const folder = resolve(given);
  const missing = vendorTarballs(version).filter((name) => !existsSync(join(folder, name)));
  if (missing.length === 0) return { packages: "vendor", folder };
  throw new UsageError(
    `--packages: ${folder} does not contain ${missing.join(", ")}. In a clone of the template, npm run pack writes them to dist/packages.`,
  );
}

/** Whether npm's registry has the engine's packages in a version. They are published together. */
export async function isInRegistry(version: string): Promise<boolean> {
  const args = ["view", `@tiphys/workflow@${version}`, "version", "--fetch-retries=0", "--loglevel=silent"];
  const { code, output } = await runNpm(process.cwd(), args, registryDeadline);
  return code === 0 && output.trim() === version;
}
