import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { engineFields, engineFiles } from "./engine-files.js";

const entriesSchema = z.record(z.string(), z.unknown());

/** The schema of `packages/engine-files.json`: the engine's files outside of `packages/`, as the engine was installed. */
export const manifestSchema = z.strictObject({
  formatVersion: z.literal(1),
  /** SHA-256 of each file's text, with line feeds as line ends. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  /** The engine's entries of package.json, by field. */
  package: z.record(z.string(), entriesSchema),
});
export type EngineManifest = z.output<typeof manifestSchema>;

/** Path of the manifest. */
export const manifestFile = "packages/engine-files.json";

/** The manifest of a folder's current files. */
export function makeManifest(root: string): EngineManifest {
  const files = engineFiles
    .flatMap((place) => filesBelow(root, place))
    .filter((path) => !isIgnored(root, path));
  const content = entriesSchema.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  return {
    formatVersion: 1,
    files: Object.fromEntries(files.sort().map((path) => [path, digestOf(readFileSync(join(root, path)))])),
    package: Object.fromEntries(
      engineFields.flatMap((field) => {
        const entries = entriesSchema.safeParse(content[field]);
        return entries.success ? [[field, entries.data]] : [];
      }),
    ),
  };
}

/** The manifest as the text of its file. */
export function manifestText(manifest: EngineManifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** SHA-256 of a text, independent of its line ends. */
export function digestOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes.toString("utf8").replaceAll("\r\n", "\n")).digest("hex");
}

function filesBelow(root: string, place: string): string[] {
  const path = join(root, place);
  if (!existsSync(path)) return [];
  const entries = readdirSyncOrFile(path);
  if (entries === undefined) return [place];
  return entries.flatMap((name) => filesBelow(root, `${place}/${name}`));
}

function readdirSyncOrFile(path: string): string[] | undefined {
  try {
    return readdirSync(path);
  } catch {
    return undefined;
  }
}

function isIgnored(root: string, path: string): boolean {
  try {
    execFileSync("git", ["check-ignore", "--quiet", path], { cwd: root, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
