import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@tiphys/workflow";
import * as z from "zod";
import { publishedPackages } from "../pack/published-packages.js";

const projectFile = "package.json";
const lockFile = "package-lock.json";

const manifests = [projectFile, ...publishedPackages.map((name) => `packages/${name}/package.json`)];
/** Entries of the lock file for the project and the packages. */
const lockEntries = ["", ...publishedPackages.map((name) => `packages/${name}`)];

/** Records, which keep the order of the keys. */
const objectSchema = z.record(z.string(), z.unknown());
const lockSchema = z.looseObject({ packages: z.record(z.string(), objectSchema) });

/** Versions by the place that has them: a file, or a file and an entry in it. */
export function currentVersions(root: string): ReadonlyMap<string, string> {
  const lock = readJson(root, lockFile);
  const { packages } = lockSchema.parse(lock);
  return new Map([
    ...manifests.map((path) => [path, versionOf(readJson(root, path))] as const),
    [lockFile, versionOf(lock)],
    ...lockEntries.map(
      (entry) => [`${lockFile}, packages["${entry}"]`, versionOf(packages[entry] ?? {})] as const,
    ),
  ]);
}

/**
 * The version of the project and its packages.
 * @throws {UserError} if they do not all have the same
 */
export function commonVersion(root: string): string {
  const versions = currentVersions(root);
  const common = versions.get(projectFile) ?? "";
  const others = [...versions].filter(([, version]) => version !== common);
  if (others.length === 0) return common;
  throw new UserError(
    `${projectFile} has version ${common}, but others differ:
${others.map(([place, version]) => `  ${place}: ${version}`).join("\n")}
Expected one version everywhere. Restore these files from git's history.`,
  );
}

/** The text of each file with another version, by path. */
export function filesWithVersion(root: string, version: string): ReadonlyMap<string, string> {
  const lock = readJson(root, lockFile);
  const packages = Object.entries(lockSchema.parse(lock).packages).map(([name, entry]) => [
    name,
    lockEntries.includes(name) ? { ...entry, version } : entry,
  ]);
  return new Map([
    ...manifests.map((path) => [path, textOf({ ...readJson(root, path), version })] as const),
    [lockFile, textOf({ ...lock, version, packages: Object.fromEntries(packages) })],
  ]);
}

function versionOf({ version }: Readonly<Record<string, unknown>>): string {
  return typeof version === "string" ? version : "(none)";
}

function readJson(root: string, path: string): Record<string, unknown> {
  return objectSchema.parse(JSON.parse(readFileSync(join(root, path), "utf8")));
}

/** As npm writes it. */
function textOf(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
