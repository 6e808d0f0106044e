import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tempDir } from "../temp-dir.js";

export { tempDir };

const packages = fileURLToPath(new URL("../../../../node_modules", import.meta.url));

/**
 * A project in a new directory, which is removed after the tests of the file.
 * @param files text by path; `src/main.ts` is the program
 * @param root the directory to create it in
 */
export function project(files: Readonly<Record<string, string>>, root = tempDir()): string {
  writeFiles(root, { "package.json": '{ "type": "module" }\n', ...files });
  linkPackages(root);
  return root;
}

/**
 * Makes projects with the same files, of which only the first one's program is bundled: a command in another one finds its
 * bundle, and takes a third of the time.
 * @param bundle runs a command of the first project
 */
export async function sameProjects(
  files: Readonly<Record<string, string>>,
  bundle: (root: string) => Promise<unknown>,
): Promise<() => string> {
  const make = (): string => {
    const root = project(files);
    // A bundle is used again if its inputs have the same times; these are the same in all projects.
    for (const path of ["package.json", ...Object.keys(files)]) utimesSync(join(root, path), 1e9, 1e9);
    return root;
  };
  const first = make();
  await bundle(first);
  const cache = join("node_modules", ".cache", "tiphys");
  return () => {
    const root = make();
    cpSync(join(first, cache), join(root, cache), { recursive: true });
    renameSync(join(root, cache, stampOf(first)), join(root, cache, stampOf(root)));
    return root;
  };
}

/** The file that says from which state of a project's files its bundle was made: bin/bundle-stamp.js. */
function stampOf(root: string): string {
  return `stamp-${createHash("sha256").update(root).digest("hex").slice(0, 16)}.json`;
}

/** Writes files below a directory. */
export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Creates a node_modules for a project, in which each package is a link to ours. */
export function linkPackages(root: string): void {
  mkdirSync(join(root, "node_modules"), { recursive: true });
  for (const name of readdirSync(packages)) {
    if (name.startsWith(".")) continue;
    symlinkSync(join(packages, name), join(root, "node_modules", name));
  }
}

const imports = `
import { artifact, artifactList, ContractError, defineStep, defineWorkflow, file, inputArtifact, json, optional, parameter, text, TransientError, UserError } from "@tiphys/workflow";
import { main } from "@tiphys/workflow/cli";
import { appendFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
`;

/** The text of a program, with imports of the engine's exports before it. */
export function program(body: string): string {
  return `${imports}${body}`;
}
