import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectFiles } from "../project-files.js";

const template = join(import.meta.dirname, "..", "..");

export interface FinishedCommand {
  readonly code: number | null;
  readonly output: string;
}

/** A clone of the template's current files, with packages installed by links. The caller removes it. */
export function cloneTemplate(): string {
  const clone = realpathSync(mkdtempSync(join(tmpdir(), "fork-")));
  for (const path of projectFiles(template, "all")) {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    cpSync(join(template, path), join(clone, path));
  }
  const installed = join(template, "node_modules");
  const modules = join(clone, "node_modules");
  mkdirSync(join(modules, "@tiphys"), { recursive: true });
  for (const name of ["argo-lint", "ml", "workflow"])
    symlinkSync(join("../../packages", name), join(modules, "@tiphys", name));
  for (const name of readdirSync(installed)) {
    if (name !== "@tiphys" && !name.startsWith(".")) symlinkSync(join(installed, name), join(modules, name));
  }
  // Its own program bundles its own engine.
  mkdirSync(join(modules, ".bin"));
  for (const name of readdirSync(join(installed, ".bin"))) {
    const program = name === "tiphys" ? "../@tiphys/workflow/bin/tiphys.js" : join(installed, ".bin", name);
    symlinkSync(program, join(modules, ".bin", name));
  }
  git(clone, "init", "--quiet");
  commit(clone);
  return clone;
}

/** Commits all files. */
export function commit(project: string): void {
  git(project, "add", "--all");
  const person = [
    "-c",
    "user.name=somebody",
    "-c",
    "user.email=somebody@example.org",
    "-c",
    "core.hooksPath=/dev/null",
  ];
  git(project, ...person, "commit", "--quiet", "--allow-empty", "--message", "all");
}

export function git(project: string, ...args: string[]): string {
  return execFileSync("git", args, { cwd: project, encoding: "utf8", maxBuffer: 1e8 });
}

/** Runs a command in a project without a terminal. */
export function run(project: string, command: string, ...args: string[]): FinishedCommand {
  const ofTests = /^(npm_|INIT_CWD$|VITEST|TEST$|NODE_ENV$|NODE_OPTIONS$|DEBUG$|FORCE_COLOR$)/;
  const kept = Object.entries(process.env).filter(([name]) => !ofTests.test(name));
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: project,
    encoding: "utf8",
    maxBuffer: 1e8,
    timeout: 580_000,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...Object.fromEntries(kept), NO_COLOR: "1", npm_config_update_notifier: "false" },
  });
  return { code: status, output: `${stdout}${stderr}` };
}

/** `npm run init` with these options. */
export function init(project: string, ...options: string[]): FinishedCommand {
  return run(project, "npm", "run", "--silent", "init", "--", ...options);
}

/** Writes a data set next to a project, and returns its path. */
export function writeData(project: string, text: string): string {
  const file = join(project, "node_modules", "given data.csv");
  writeFileSync(file, text);
  return file;
}

/** Lines outside of `packages/` that contain an old name. */
export function traces(project: string, pattern: string): string[] {
  git(project, "add", "--all");
  const places = ["--", ".", ":!packages", ":!LICENSE"];
  const found = spawnSync("git", ["grep", "--cached", "-i", "-I", "-n", "-E", pattern, ...places], {
    cwd: project,
    encoding: "utf8",
  });
  return found.stdout.split("\n").filter((line) => line !== "");
}
