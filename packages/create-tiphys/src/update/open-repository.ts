import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "@tiphys/workflow";
import { gitList, type Repository, tryGit } from "./repository.js";

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
  const place = findRepository(folder);
  const paths = [...unfinished.map(({ file }) => file), "index"].flatMap((file) => ["--git-path", file]);
  const { status, stdout } = tryGit(place.top, ["rev-parse", "HEAD^{tree}", ...paths]);
  if (status !== 0) throw notCommitted("The repository has no commit");
  const [head = "", ...files] = stdout.toString().trimEnd().split(/\r?\n/);
  const inGit = files.map((file) => resolve(place.top, file));
  const repository = { ...place, head, index: inGit.at(-1) ?? "" };
  requireNothingUnfinished(inGit);
  requireNoChanges(repository);
  return repository;
}

/** The error of a project whose files are not in the last commit. */
export function notCommitted(found: string): UsageError {
  return new UsageError(
    `${found}, so git could not restore the project. Commit it first: git add . && git commit -m "Before the update"`,
  );
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

function findRepository(folder: string): Pick<Repository, "top" | "prefix" | "noObject"> {
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

/** @param paths those of {@link unfinished}, in the same order */
function requireNothingUnfinished(paths: readonly string[]): void {
  for (const [i, { operation, fix }] of unfinished.entries()) {
    if (existsSync(paths[i] ?? ""))
      throw new UsageError(`A ${operation} is unfinished in this repository. End it first: ${fix}.`);
  }
}

function requireNoChanges(repository: Repository): void {
  const args = ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=no"];
  const pathspec = repository.prefix === "" ? "." : `:(literal)${repository.prefix}`;
  const changed = gitList(repository, [...args, "--", pathspec]);
  const unmerged = changed.filter((line) => /^(U.|.U|AA|DD) /.test(line));
  if (unmerged.length > 0) {
    throw new UsageError(
      `Files have unresolved conflicts: ${pathsOf(unmerged)}. Fix the markers in them, then git add and git commit. Or discard all uncommitted changes: git reset --hard.`,
    );
  }
  if (changed.length > 0) {
    throw new UsageError(
      `Changes are not committed: ${pathsOf(changed)}. An update starts from a commit, so that git can undo it. Commit them, or put them aside: git stash.`,
    );
  }
}

/** The paths of lines of `git status --porcelain`. */
function pathsOf(lines: readonly string[]): string {
  return listed(lines.map((line) => line.slice(3)));
}

/** The first ten paths, and how many there are more. */
export function listed(paths: readonly string[]): string {
  const more = paths.length > 10 ? ` and ${paths.length - 10} more` : "";
  return `${paths.slice(0, 10).join(", ")}${more}`;
}
