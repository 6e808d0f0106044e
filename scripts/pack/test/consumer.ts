import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { tempDir, writeFiles } from "../../../packages/workflow/test/cli/fixture-project.js";
import { type Ended, type StartOptions, start } from "../../../packages/workflow/test/cli/program.js";
import { root } from "../repository.js";
import { packedPackage } from "./packed.js";

/** How long an installation or a run may take, in milliseconds. */
const deadline = 240_000;

export interface ConsumerOptions {
  /** Packages of this repository, without scope; they are installed from their tarballs. */
  readonly ours: readonly string[];
  /** Other packages, with their ranges. */
  readonly others?: Readonly<Record<string, string>>;
  /** Further fields of package.json. */
  readonly manifest?: object;
  /** Text by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A project outside of this repository that has installed packages from their tarballs, with npm's defaults. */
export async function consumer({ ours, others, manifest, files }: ConsumerOptions): Promise<string> {
  const folder = tempDir("consumer-");
  const tarballs = ours.map((name) => [`@tiphys/${name}`, `file:${packedPackage(name).file}`]);
  const dependencies = { ...Object.fromEntries(tarballs), ...others };
  writeFiles(folder, {
    "package.json": JSON.stringify({ private: true, type: "module", ...manifest, dependencies }),
    ...files,
  });
  await install(folder);
  return folder;
}

/** Runs `npm install` in a folder. @throws {Error} with npm's messages */
export async function install(folder: string, ...args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await run(folder, ["npm", "install", "--no-audit", "--no-fund", ...args]);
  if (code !== 0) throw new Error(`npm install ended with ${code}:\n${stdout}${stderr}`);
}

/** Runs a command in a folder, until its end. */
export function run(
  folder: string,
  command: readonly string[],
  options: Omit<StartOptions, "cwd"> = {},
): Promise<Ended> {
  return start(command, { deadline, ...options, cwd: folder }).ended;
}

/** Runs a program of an installed package as `npx` does. */
export function npx(folder: string, ...command: readonly string[]): Promise<Ended> {
  return run(folder, ["npx", "--no", "--", ...command]);
}

/**
 * What TypeScript reports on a project and on the declarations of our packages; empty if there is nothing. Those of others
 * may have errors of their own.
 * @param compilerOptions of its tsconfig.json
 */
export async function typeErrors(
  folder: string,
  compilerOptions: object,
  include = ["src"],
): Promise<string> {
  const config = { compilerOptions: { strict: true, skipLibCheck: false, ...compilerOptions }, include };
  writeFiles(folder, { "tsconfig.json": JSON.stringify(config) });
  const { stdout } = await run(folder, [process.execPath, join(root, "node_modules/typescript/bin/tsc")]);
  const errors = stdout.split(/^(?=\S)/m);
  return errors.filter((error) => !/^node_modules\/(?!@tiphys\/)/.test(error)).join("");
}

const lockSchema = z.object({
  packages: z.record(z.string(), z.looseObject({ version: z.string().optional() })),
});

/** The versions of a package that a project has installed, one for each place in its `node_modules`. */
export function installedVersions(folder: string, name: string): string[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")));
  return Object.entries(packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version = "" }]) => version);
}
