import {
  constants,
  copyFileSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
} from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "@tiphys/workflow";
import type { MergedTree, Stages } from "./merge-trees.js";
import { listed } from "./open-repository.js";
import { git, gitList, type Repository } from "./repository.js";
import { indexLine, type TreeEntry, withIndexOf, withTemporaryFolder } from "./tree.js";

/** Files that differ from the last commit: their new content, or undefined if they are removed. */
type Changes = ReadonlyMap<string, TreeEntry | undefined>;

/**
 * Writes a merged tree into the index and the work tree. The index comes first: if the process is killed afterwards, git knows
 * all files that may have been written, and `git reset --hard` restores the last commit.
 * @throws {UsageError} if a file that is not in git would be overwritten; then nothing is written
 */
export function applyTree(repository: Repository, { tree, conflicts }: MergedTree): void {
  const changes = changesTo(repository, tree);
  refuseToOverwrite(repository, changes);
  writeIndex(repository, changes, conflicts);
  writeFiles(repository, tree, changes);
}

function changesTo(repository: Repository, tree: string): Changes {
  const words = gitList(repository, [
    "diff-tree",
    "-r",
    "-z",
    "--no-renames",
    "--raw",
    repository.head,
    tree,
  ]);
  const changes = new Map<string, TreeEntry | undefined>();
  for (let i = 0; i + 1 < words.length; i += 2) {
    const [description = "", path = ""] = words.slice(i, i + 2);
    const [, mode = "", , blob = "", status] = description.split(" ");
    changes.set(path, status === "D" ? undefined : { mode, blob });
  }
  return changes;
}

function refuseToOverwrite(repository: Repository, changes: Changes): void {
  const { top } = repository;
  const lines = gitList(repository, ["ls-files", "-v", "-z"]);
  const tracked = new Set(lines.map((line) => line.slice(2)));
  const removed = (path: string): boolean => changes.has(path) && changes.get(path) === undefined;
  const untracked = new Set<string>();
  for (const [path, entry] of changes) {
    if (entry === undefined || tracked.has(path)) continue;
    if (isInTheWay(repository, path, removed)) untracked.add(path);
    const above = foldersAbove(path).find((folder) => isFile(join(top, folder)) && !removed(folder));
    if (above !== undefined) untracked.add(above);
  }
  if (untracked.size > 0) {
    throw new UsageError(
      `The new template has files where you have files that git does not track: ${listed([...untracked])}. Rename or remove yours, or add them to git and commit, then run this again.`,
    );
  }
  // Edits of such files are invisible to git status.
  const hidden = lines
    .filter((line) => /^[a-zS] /.test(line) && changes.has(line.slice(2)))
    .map((line) => line.slice(2));
  if (hidden.length === 0) return;
  throw new UsageError(
    `git does not look for changes in files that the update would write: ${listed(hidden)}. Run: git update-index --no-skip-worktree --no-assume-unchanged FILE, then commit.`,
  );
}

/** Whether a path exists, other than as a folder that has only files which the update removes. */
function isInTheWay(repository: Repository, path: string, isRemoved: (path: string) => boolean): boolean {
  const stats = statsOf(join(repository.top, path));
  if (!stats?.isDirectory()) return stats !== undefined;
  const args = ["ls-files", "-z", "--cached", "--others", "--", `:(literal)${path}/`];
  return gitList(repository, args).some((file) => !isRemoved(file));
}

function isFile(place: string): boolean {
  return statsOf(place)?.isDirectory() === false;
}

/** Undefined if the path does not exist, also if a file is where one of its folders would be. */
function statsOf(place: string): Stats | undefined {
  try {
    return lstatSync(place);
  } catch {
    return undefined;
  }
}

/** Replaces the index in one rename: changed files, and all versions of those in conflict. */
function writeIndex(repository: Repository, changes: Changes, conflicts: ReadonlyMap<string, Stages>): void {
  const path = repository.index;
  withTemporaryFolder((folder) => {
    const index = join(folder, "index");
    copyFileSync(path, index);
    const previous = readFileSync(index);
    git(repository, ["update-index", "-z", "--index-info"], {
      index,
      input: indexLines(repository, changes, conflicts),
    });
    // The same lock as git's own commands take.
    const lock = `${path}.lock`;
    try {
      copyFileSync(index, lock, constants.COPYFILE_EXCL);
    } catch {
      throw new UsageError(
        `${lock} exists: another git command is running in this repository. Wait until it has ended, then run this again. If none is running, remove that file first.`,
      );
    }
    if (!readFileSync(path).equals(previous)) {
      rmSync(lock);
      throw new UsageError("Another git command changed the index meanwhile. Run this again.");
    }
    renameSync(lock, path);
  });
}

function indexLines(
  repository: Repository,
  changes: Changes,
  conflicts: ReadonlyMap<string, Stages>,
): string {
  const removals: string[] = [];
  const additions: string[] = [];
  for (const path of new Set([...changes.keys(), ...conflicts.keys()])) {
    removals.push(indexLine(repository, path, undefined));
    const entry = changes.get(path);
    const stages = conflicts.get(path) ?? new Map(entry === undefined ? [] : [[0, entry]]);
    for (const [stage, content] of stages) additions.push(indexLine(repository, path, content, stage));
  }
  return [...removals, ...additions].join("");
}

function writeFiles(repository: Repository, tree: string, changes: Changes): void {
  const { top } = repository;
  for (const [path, entry] of changes) {
    if (entry !== undefined) continue;
    rmSync(join(top, path), { force: true });
    for (const folder of foldersAbove(path).reverse()) if (!removeIfEmpty(join(top, folder))) break;
  }
  const written = [...changes].flatMap(([path, entry]) => (entry === undefined ? [] : [path]));
  if (written.length === 0) return;
  withIndexOf(repository, tree, (index) => {
    const input = written.map((path) => `${path}\0`).join("");
    git(repository, ["checkout-index", "--force", "-z", "--stdin"], { index, input });
  });
}

/** The folders that a path is in, the outermost first. */
function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) folders.unshift(folder);
  return folders;
}

function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
