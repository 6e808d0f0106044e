import type { Sides } from "./merge-trees.js";
import { gitList, type Repository } from "./repository.js";
import { type TreeEntries, type TreeEntry, writeGitTree } from "./tree.js";

/** The template's and the user's files. Paths are relative to the project. */
export interface ProjectEntries {
  /** The template's files in the version from which the project was made. */
  readonly before: TreeEntries;
  /** The project's files in the last commit. */
  readonly head: TreeEntries;
  /** The project's files as they are merged: those of the last commit, after the migrations. */
  readonly ours: TreeEntries;
  /** The template's files in the new version. */
  readonly after: TreeEntries;
}

/**
 * Makes the trees of a three-way merge. Files that only the user has are the same in all three, so the merge does not touch
 * them; a file that the user moved counts as the template's, so that the template's changes follow it.
 */
export function makeSides(repository: Repository, entries: ProjectEntries): Sides {
  const { before, head, ours, after } = entries;
  const treeOf = (files: TreeEntries): string => projectTree(repository, head, files);
  const oursTree = treeOf(ours);
  const isMoved = movedFiles(repository, entries, oursTree, treeOf);
  const own = ownFiles(entries, isMoved);
  return {
    base: treeOf(new Map([...own, ...before])),
    ours: oursTree,
    theirs: treeOf(new Map([...own, ...after])),
  };
}

/** The user's own files: not of the template, not a moved file of the template, and in the way of none. */
function ownFiles({ before, ours, after }: ProjectEntries, moved: ReadonlySet<string>): TreeEntries {
  const template = new Set([...before.keys(), ...after.keys()]);
  const folders = new Set([...template].flatMap(foldersOf));
  const isOwn = (path: string): boolean =>
    !template.has(path) &&
    !moved.has(path) &&
    !folders.has(path) &&
    !foldersOf(path).some((folder) => template.has(folder));
  return new Map([...ours].filter(([path]) => isOwn(path)));
}

/** The user's files that git takes for a renamed file of the old template. */
function movedFiles(
  repository: Repository,
  { before, ours }: ProjectEntries,
  oursTree: string,
  treeOf: (files: TreeEntries) => string,
): Set<string> {
  if ([...before.keys()].every((path) => ours.has(path))) return new Set();
  const args = ["diff-tree", "-r", "-z", "-M", "--diff-filter=R", "--name-status", treeOf(before), oursTree];
  const words = gitList(repository, args);
  const targets = words.filter((_, i) => i % 3 === 2);
  return new Set(targets.map((path) => path.slice(repository.prefix.length)));
}

function foldersOf(path: string): string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, i) => names.slice(0, i + 1).join("/"));
}

/** A tree with these files in the project's folder, and everything else as in the last commit. */
function projectTree(repository: Repository, head: TreeEntries, files: TreeEntries): string {
  const changes = new Map<string, TreeEntry | undefined>();
  for (const path of head.keys()) if (!files.has(path)) changes.set(repository.prefix + path, undefined);
  for (const [path, entry] of files) {
    const own = head.get(path);
    if (own?.blob !== entry.blob || own.mode !== entry.mode) changes.set(repository.prefix + path, entry);
  }
  return writeGitTree(repository, repository.head, changes);
}
