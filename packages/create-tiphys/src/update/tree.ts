import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git, gitList, gitText, type Repository } from "./repository.js";

/** A file in a git tree: its mode ("100644", "100755", "120000" for a link) and the object name of its content. */
export interface TreeEntry {
  readonly mode: string;
  readonly blob: string;
}

/** Files by path. */
export type TreeEntries = ReadonlyMap<string, TreeEntry>;

/** The project's files in the last commit, with paths relative to the project. */
export function readEntries(repository: Repository): Map<string, TreeEntry> {
  const { head, prefix } = repository;
  const args = ["--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", head];
  const entries = new Map<string, TreeEntry>();
  for (const line of gitList(repository, prefix === "" ? args : [...args, "--", prefix])) {
    const tab = line.indexOf("\t");
    const [mode = "", type, blob = ""] = line.slice(0, tab).split(" ");
    if (type === "blob") entries.set(line.slice(tab + 1 + prefix.length), { mode, blob });
  }
  return entries;
}

/** One line of `git update-index --index-info`: a file with its mode and content, or a removed one. */
export function indexLine(
  repository: Repository,
  path: string,
  entry: TreeEntry | undefined,
  stage = 0,
): string {
  const { mode, blob } = entry ?? { mode: "0", blob: repository.noObject };
  return `${mode} ${blob} ${stage}\t${path}\0`;
}

/**
 * Writes a tree that differs from another in some paths.
 * @param from the other tree's object name
 * @param changes by path relative to the top of the work tree; undefined removes the file
 * @returns the tree's object name
 */
export function writeGitTree(
  repository: Repository,
  from: string,
  changes: ReadonlyMap<string, TreeEntry | undefined>,
): string {
  if (changes.size === 0) return from;
  return withIndexOf(repository, from, (index) => {
    // Removed files first: one of them can be where a folder is needed.
    const ordered = [...changes].sort(([, a], [, b]) => Number(a !== undefined) - Number(b !== undefined));
    const input = ordered.map(([path, entry]) => indexLine(repository, path, entry)).join("");
    git(repository, ["update-index", "-z", "--index-info"], { index, input });
    return gitText(repository, ["write-tree"], { index });
  });
}

/** Calls a function with a temporary index that has a tree's content. */
export function withIndexOf<Result>(
  repository: Repository,
  tree: string,
  work: (index: string) => Result,
): Result {
  return withTemporaryFolder((folder) => {
    const index = join(folder, "index");
    git(repository, ["read-tree", tree], { index });
    return work(index);
  });
}

/** Calls a function with a folder that is removed afterwards. */
export function withTemporaryFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "tiphys-update-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
