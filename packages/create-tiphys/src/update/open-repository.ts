import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "@tiphys/workflow";
import { gitList, gitText, type Repository, tryGit } from "./repository.js";

/** `git merge-tree --write-tree` came with this version. */
const oldestGit = [2, 38] as const;

/** Files and folders in git's folder that exist while an operation is unfinished, and how to end it. */
const unfinished = [
  { file: "MERGE_HEAD", operation: "merge", fix: "git merge --continue, or git merge --abort" },
  {
    file: "CHERRY_PICK_HEAD",
    operation: "cherry-pick",
    fix: "git cherry-pick --continue, or git cherry-pick --abort",
  },
  { file: "REVERT_HEAD", operation: "revert", fix: "git revert --continue, or git revert --abort" },
  { file: "rebase-merge", operation: "rebase", fix: "git rebase --continue, or git rebase --abort" },
  { file: "rebase-apply", operation: "rebase", fix: "git rebase --continue, or git rebase --abort" },
];

/**
 * The repository of a project that can be updated: everything in the project's folder is committed, so git can restore it.
 * @throws {UsageError} if git is missing or older than 2.38, the folder is not in a git work tree, nothing is committed, an
 * operation such as a merge is unfinished, or files of the project have uncommitted changes
 */
export function openRepository(folder: string): Repository {
  requireGit(folder);
  const repository = findRepository(folder);
  requireCommit(repository);
  requireNothingUnfinished(repository);
  requireNoChanges(repository);
  return repository;
}

function requireGit(folder: string): void {
  const found = tryGit(folder, ["version"]).stdout.toString().trim();
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(found) ?? []).slice(1).map(Number);
  const isOld = major < oldestGit[0] || (major === oldestGit[0] && minor < oldestGit[1]);
  if (isOld) {
    throw new UsageError(
      `${found} is too old: an update merges with "git merge-tree --write-tree". Install git ${oldestGit.join(".")} or later, and run this again.`,
    );
  }
}

function findRepository(folder: string): Repository {
  const questions = ["--is-inside-work-tree", "--show-object-format", "--show-prefix", "--show-toplevel"];
  const { status, stdout, stderr } = tryGit(folder, ["rev-parse", ...questions]);
  const [isInside, format, prefix = "", top = ""] = stdout.toString().split(/\r?\n/);
  if (status !== 0 || isInside !== "true") {
    const said = stderr === "" ? "" : ` (${stderr})`;
    throw new UsageError(
      `${folder} is not in a git work tree${said}. An update needs one, to merge and to undo. Run in the folder: git init && git add . && git commit -m "Before the update"`,
    );
  }
  return { top: realpathSync(top), prefix, noObject: "0".repeat(format === "sha256" ? 64 : 40) };
}

function requireCommit(repository: Repository): void {
  const { status } = tryGit(repository.top, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  const file = `${repository.prefix}package.json`;
  if (status === 0 && tryGit(repository.top, ["cat-file", "-e", `HEAD:${file}`]).status === 0) return;
  throw new UsageError(
    `${file} is not in the last commit, so git could not restore the project. Commit it first: git add . && git commit -m "Before the update"`,
  );
}

function requireNothingUnfinished(repository: Repository): void {
  const args = unfinished.flatMap(({ file }) => ["--git-path", file]);
  const paths = gitText(repository, ["rev-parse", ...args]).split(/\r?\n/);
  for (const [i, { operation, fix }] of unfinished.entries()) {
    if (existsSync(resolve(repository.top, paths[i] ?? "")))
      throw new UsageError(`A ${operation} is unfinished in ${repository.top}. End it first: ${fix}.`);
  }
  const unmerged = new Set(
    gitList(repository, ["ls-files", "-u", "-z"]).map((line) => line.replace(/^.*?\t/, "")),
  );
  if (unmerged.size === 0) return;
  throw new UsageError(
    `Files have unresolved conflicts: ${listed([...unmerged])}. Fix the markers in them, then git add and git commit. Or discard all uncommitted changes: git reset --hard.`,
  );
}

function requireNoChanges(repository: Repository): void {
  const args = ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=no"];
  const pathspec = repository.prefix === "" ? "." : `:(literal)${repository.prefix}`;
  const changed = gitList(repository, [...args, "--", pathspec]).map((line) => line.slice(3));
  if (changed.length === 0) return;
  throw new UsageError(
    `Changes are not committed: ${listed(changed)}. An update starts from a commit, so that git can undo it. Commit them, or put them aside: git stash.`,
  );
}

/** The first ten paths, and how many there are more. */
export function listed(paths: readonly string[]): string {
  const more = paths.length > 10 ? ` and ${paths.length - 10} more` : "";
  return `${paths.slice(0, 10).join(", ")}${more}`;
}
