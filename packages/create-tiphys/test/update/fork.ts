import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type ProjectUpdate, updateProject } from "../../src/update/update-project.js";

/** Files by path. */
export type Files = ReadonlyMap<string, Buffer | string>;

/** A project in a git repository of its own, made from a template's files and committed. */
export class Fork {
  /** The top of the work tree. */
  readonly top = mkdtempSync(join(tmpdir(), "fork-"));
  readonly folder: string;

  /** @param below the project's folder in the repository; default: the top */
  constructor(
    readonly template: Files,
    below = "",
    settings: readonly string[] = [],
  ) {
    onTestFinished(() => rmSync(this.top, { recursive: true, force: true }));
    this.folder = join(this.top, below);
    mkdirSync(this.folder, { recursive: true });
    this.git("init", "--quiet", "--initial-branch=main", this.top);
    for (const setting of settings) this.git("config", ...setting.split("="));
    for (const [path, content] of template) this.write(path, content);
    this.commit();
  }

  git(...args: string[]): string {
    const env = { ...process.env, ...withoutOwnSettings };
    return execFileSync("git", args, {
      cwd: this.folder,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  commit(): void {
    this.git("add", "--all", "--force", this.top);
    this.git("commit", "--quiet", "--allow-empty", "--message", "commit");
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  read(path: string): string {
    return readFileSync(this.path(path), "utf8");
  }

  has(path: string): boolean {
    return existsSync(this.path(path));
  }

  write(path: string, content: Buffer | string): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
  }

  /** Changes a file's text. */
  edit(path: string, change: (text: string) => string): void {
    this.write(path, change(this.read(path)));
  }

  move(from: string, to: string): void {
    mkdirSync(dirname(this.path(to)), { recursive: true });
    renameSync(this.path(from), this.path(to));
  }

  remove(path: string): void {
    rmSync(this.path(path), { recursive: true });
  }

  makeExecutable(path: string): void {
    chmodSync(this.path(path), 0o755);
  }

  update(after: Files, more: Partial<ProjectUpdate> = {}): ReturnType<typeof updateProject> {
    const versions = { from: "0.1.0", to: "0.2.0" };
    return updateProject(this.folder, { before: this.template, after, versions, ...more });
  }

  /** `git status` of the whole repository, one line a file. */
  status(): string[] {
    return this.git("status", "--porcelain", "--untracked-files=all")
      .split("\n")
      .filter((line) => line !== "");
  }

  /** Every file of the work tree: its content, and whether it is a link or executable. */
  snapshot(): Map<string, string> {
    const files = readdirSync(this.top, { recursive: true, encoding: "utf8" }).filter(
      (path) => path !== ".git" && !path.startsWith(".git/"),
    );
    return new Map(files.sort().flatMap((path) => snapshotOf(path, join(this.top, path))));
  }
}

const withoutOwnSettings = {
  GIT_AUTHOR_NAME: "A User",
  GIT_AUTHOR_EMAIL: "user@example.com",
  GIT_COMMITTER_NAME: "A User",
  GIT_COMMITTER_EMAIL: "user@example.com",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};

function snapshotOf(path: string, place: string): [string, string][] {
  const stats = lstatSync(place);
  if (stats.isDirectory()) return [];
  if (stats.isSymbolicLink()) return [[path, `link to ${readlinkSync(place)}`]];
  const mode = (stats.mode & 0o100) === 0 ? "file" : "executable";
  return [[path, `${mode} ${readFileSync(place, "latin1")}`]];
}

/** Lines with distinct texts, as the content of a file. */
export function numberedLines(name: string, count = 20): string {
  return Array.from({ length: count }, (_, i) => `${name} line ${i + 1}\n`).join("");
}

/** Replaces one line; the first has the number 1. */
export function replaceLine(number: number, line: string): (text: string) => string {
  return (text) =>
    text
      .split("\n")
      .with(number - 1, line)
      .join("\n");
}

/** Inserts a line, which then has this number. */
export function insertLine(number: number, line: string): (text: string) => string {
  return (text) =>
    text
      .split("\n")
      .toSpliced(number - 1, 0, line)
      .join("\n");
}

/** A copy of a template with some files replaced, added or (undefined) removed. */
export function changed(files: Files, changes: Record<string, Buffer | string | undefined>): Files {
  const result = new Map(files);
  for (const [path, content] of Object.entries(changes))
    if (content === undefined) result.delete(path);
    else result.set(path, content);
  return result;
}
