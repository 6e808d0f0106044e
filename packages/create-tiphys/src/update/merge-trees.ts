import { git, gitText, type Repository } from "./repository.js";
import { type TreeEntry, writeGitTree } from "./tree.js";

/** The three sides of a merge, as trees. */
export interface Sides {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** The versions of a conflicted file: the old form's (1), the user's (2) and the template's (3). */
export type Stages = ReadonlyMap<number, TreeEntry>;

/** A merged tree. Paths are relative to the top of the work tree. */
export interface MergedTree {
  readonly tree: string;
  readonly conflicts: ReadonlyMap<string, Stages>;
  /** Files that the user removed and the template changed. They stay removed. */
  readonly keptRemoved: readonly string[];
}

/** Names of the two sides in conflict markers. */
export interface MarkerLabels {
  readonly ours: string;
  readonly theirs: string;
}

/** Merges trees with `git merge-tree`, which finds renamed files and folders. Nothing but objects is written. */
export function mergeTrees(repository: Repository, sides: Sides, labels: MarkerLabels): MergedTree {
  const base = commit(repository, sides.base);
  const ours = commit(repository, sides.ours, base);
  const theirs = commit(repository, sides.theirs, base);
  const args = ["merge-tree", "--write-tree", "--no-messages", "-z", ours, theirs];
  const [tree = "", ...lines] = git(repository, args, { exitCodes: [0, 1] })
    .toString()
    .split("\0")
    .filter((line) => line !== "");
  const relabel = (text: string): string =>
    text.replaceAll(ours, labels.ours).replaceAll(theirs, labels.theirs);

  const conflicts = new Map<string, Map<number, TreeEntry>>();
  for (const line of lines) {
    const tab = line.indexOf("\t");
    const [mode = "", blob = "", stage] = line.slice(0, tab).split(" ");
    const path = line.slice(tab + 1);
    conflicts.set(path, (conflicts.get(path) ?? new Map()).set(Number(stage), { mode, blob }));
  }

  const changes = new Map<string, TreeEntry | undefined>();
  const keptRemoved: string[] = [];
  const labelled = new Map<string, Stages>();
  for (const [path, stages] of conflicts) {
    if (!stages.has(2) && stages.has(1) && stages.has(3)) {
      changes.set(path, undefined);
      keptRemoved.push(path);
      continue;
    }
    // A file whose path the other side needs for a folder is renamed to PATH~SIDE.
    const labelledPath = path
      .replaceAll(ours, labels.ours.replaceAll(" ", "-"))
      .replaceAll(theirs, labels.theirs.replaceAll(" ", "-"));
    labelled.set(labelledPath, stages);
    const entry = entryAt(repository, tree, path);
    if (entry === undefined) continue;
    if (labelledPath !== path) changes.set(path, undefined);
    changes.set(labelledPath, { ...entry, blob: relabelBlob(repository, entry, relabel) });
  }
  return { tree: writeGitTree(repository, tree, changes), conflicts: labelled, keptRemoved };
}

/** A commit that no branch points to. */
function commit(repository: Repository, tree: string, parent?: string): string {
  const parents = parent === undefined ? [] : ["-p", parent];
  return gitText(repository, ["commit-tree", tree, ...parents, "-m", "update of the template"]);
}

/** Conflict markers name the sides by their commits. */
function relabelBlob(repository: Repository, { blob }: TreeEntry, relabel: (text: string) => string): string {
  // One character a byte, whatever the file's encoding.
  const content = git(repository, ["cat-file", "blob", blob]).toString("latin1");
  const labelled = relabel(content);
  if (labelled === content) return blob;
  const input = Buffer.from(labelled, "latin1");
  return gitText(repository, ["hash-object", "-w", "--stdin"], { input });
}

/** A file in a tree. */
export function entryAt(repository: Repository, tree: string, path: string): TreeEntry | undefined {
  const args = ["--literal-pathspecs", "ls-tree", "-z", "--full-tree", tree, "--", path];
  const [mode, type, blob] = git(repository, args).toString().split(/[ \t]/);
  return mode === undefined || blob === undefined || type !== "blob" ? undefined : { mode, blob };
}
