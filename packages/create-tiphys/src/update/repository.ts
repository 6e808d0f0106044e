import { spawnSync } from "node:child_process";
import { UsageError } from "@tiphys/workflow";

/** What a git command may need besides its arguments. */
export interface GitOptions {
  readonly input?: string | Buffer;
  /** An index other than the repository's own. */
  readonly index?: string;
  /** Exit codes that are no failure; default: 0. */
  readonly exitCodes?: readonly number[];
}

/** A git repository and the project in it. Every git command runs at the top of the work tree. */
export interface Repository {
  /** The top of the work tree, absolute. */
  readonly top: string;
  /** The project's folder relative to `top`, with a slash at the end; empty if it is the same folder. */
  readonly prefix: string;
  /** The object name that stands for "no content": zeros, as many as the repository's names have digits. */
  readonly noObject: string;
  /** The object name of the last commit's tree. */
  readonly head: string;
  /** The file of the index, absolute. */
  readonly index: string;
}

/** Set by git for hooks and by some users: they would redirect the commands to another repository. */
const redirecting = [
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_COMMON_DIR",
  "GIT_DIR",
  "GIT_INDEX_FILE",
  "GIT_NAMESPACE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_PREFIX",
  "GIT_WORK_TREE",
];

/** Settings of the user that would change how files are merged, or make a command fail. */
const settings = [
  "core.safecrlf=false",
  "diff.renameLimit=0",
  "merge.conflictStyle=merge",
  "merge.directoryRenames=true",
  "merge.renameLimit=0",
  "merge.renames=true",
].flatMap((setting) => ["-c", setting]);

const identity = { NAME: "create-tiphys", EMAIL: "create-tiphys@localhost", DATE: "@0 +0000" };
const author = Object.entries(identity).flatMap(([name, value]) => [
  [`GIT_AUTHOR_${name}`, value],
  [`GIT_COMMITTER_${name}`, value],
]);

/** How a git command ended. */
export interface GitResult {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * Runs git in a folder, whatever its exit code.
 * @throws {UsageError} if git is not installed
 */
export function tryGit(
  folder: string,
  args: readonly string[],
  { input = "", index }: GitOptions = {},
): GitResult {
  const env: NodeJS.ProcessEnv = { ...process.env, ...Object.fromEntries(author) };
  for (const name of redirecting) delete env[name];
  env.LC_ALL = "C";
  env.GIT_OPTIONAL_LOCKS = "0";
  if (index !== undefined) env.GIT_INDEX_FILE = index;
  const { error, status, stdout, stderr } = spawnSync("git", [...settings, ...args], {
    cwd: folder,
    env,
    input,
    maxBuffer: 2 ** 30,
    windowsHide: true,
  });
  if (error !== undefined && "code" in error && error.code === "ENOENT") {
    throw new UsageError(
      "git was not found. An update merges with git: install git 2.38 or later, and run this again.",
    );
  }
  if (error !== undefined) throw error;
  return { status: status ?? 1, stdout, stderr: stderr.toString().trim() };
}

/**
 * Runs git in a repository.
 * @returns its output
 * @throws {Error} with git's message, if it fails
 */
export function git(
  { top }: Pick<Repository, "top">,
  args: readonly string[],
  options: GitOptions = {},
): Buffer {
  const { status, stdout, stderr } = tryGit(top, args, options);
  if (!(options.exitCodes ?? [0]).includes(status)) throw new Error(`git ${args[0]} failed: ${stderr}`);
  return stdout;
}

/** The output of a git command as text, without the line's end. */
export function gitText(
  repository: Pick<Repository, "top">,
  args: readonly string[],
  options: GitOptions = {},
): string {
  return git(repository, args, options).toString().trimEnd();
}

/** The output of a git command that ends each item with a NUL. */
export function gitList(
  repository: Pick<Repository, "top">,
  args: readonly string[],
  options: GitOptions = {},
): string[] {
  const items = git(repository, args, options).toString().split("\0");
  return items.slice(0, -1);
}
