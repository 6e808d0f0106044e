import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { inject } from "vitest";
import type { Ended } from "../../../packages/workflow/test/cli/program.js";
import { run } from "./consumer.js";
import { packedPackage, unpacked } from "./packed.js";

/** The folder with the tarballs of all packages. */
export const tarballs = dirname(packedPackage("workflow").file);

let program: string | undefined;

/** The program of the packed create-tiphys. */
export function createProgram(): string {
  const [create] = inject("packed").filter(({ name }) => name === "create-tiphys");
  if (create === undefined) throw new Error("create-tiphys is not packed.");
  program ??= join(unpacked(create), "bin/create-tiphys.js");
  return program;
}

/** Runs the packed create-tiphys, which takes the packages from their tarballs. */
export function create(folder: string, args: readonly string[], node = process.execPath): Promise<Ended> {
  return run(folder, [node, createProgram(), ...args, "--packages", tarballs], {
    ...onNode(node),
  });
}

/** Options of a command that npm and the programs of packages run with another Node. */
export function onNode(node: string): { readonly env: Readonly<Record<string, string>> } {
  return { env: { PATH: `${dirname(node)}:${process.env.PATH}` } };
}

/** The files that git would track. */
export function trackedFiles(project: string): string[] {
  execFileSync("git", ["add", "--all"], { cwd: project });
  return execFileSync("git", ["ls-files"], { cwd: project, encoding: "utf8" }).trim().split("\n");
}

/** The size of a folder in MB, without caches. */
export function sizeOf(folder: string): number {
  return Number.parseInt(execFileSync("du", ["-sm", "--exclude=.cache", folder], { encoding: "utf8" }), 10);
}
