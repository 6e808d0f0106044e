import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repositoryFiles } from "../../../packages/create-tiphys/src/template/repository-files.js";

const template = join(import.meta.dirname, "..", "..", "..");

export interface FinishedCommand {
  readonly code: number | null;
  readonly output: string;
}

/** A clone of the template's current files, with packages installed. The caller removes it. */
export function cloneTemplate(): string {
  const clone = realpathSync(mkdtempSync(join(tmpdir(), "fork-")));
  for (const path of repositoryFiles(template, "all")) {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    cpSync(join(template, path), join(clone, path));
  }
  cpSync(join(template, "node_modules"), join(clone, "node_modules"), {
    recursive: true,
    // Links to the workspaces are relative.
    verbatimSymlinks: true,
  });
  git(clone, "init", "--quiet");
  commit(clone);
  return clone;
}

/** Commits all files. */
export function commit(project: string): void {
  git(project, "add", "--all");
  const settings = ["user.name=somebody", "user.email=somebody@example.org", "core.hooksPath=/dev/null"];
  const options = settings.flatMap((setting) => ["-c", setting]);
  git(project, ...options, "commit", "--quiet", "--allow-empty", "--message", "all");
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

/** Lines that contain an old name. */
export function traces(project: string, pattern: string): string[] {
  git(project, "add", "--all");
  const places = ["--", ".", ":!vendor", ":!LICENSE"];
  const found = spawnSync("git", ["grep", "--cached", "-i", "-I", "-n", "-E", pattern, ...places], {
    cwd: project,
    encoding: "utf8",
  });
  return found.stdout.split("\n").filter((line) => line !== "");
}
