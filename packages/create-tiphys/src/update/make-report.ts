import type { KeptEntry } from "./merge-package.js";
import { entryAt, type MergedTree, type Stages } from "./merge-trees.js";
import type { Conflict, UpdateReport } from "./report.js";
import { git, gitList, type Repository } from "./repository.js";
import type { TreeEntries } from "./tree.js";

/** What is known of an update besides its merged tree. */
export interface UpdateFacts {
  readonly versions: UpdateReport["versions"];
  readonly migrations: readonly string[];
  readonly keptEntries: readonly KeptEntry[];
  /** The template's files in the new version. */
  readonly after: TreeEntries;
  /** The template's name in conflict markers. */
  readonly label: string;
}

/** Compares a merged tree with the last commit. */
export function makeReport(repository: Repository, merged: MergedTree, facts: UpdateFacts): UpdateReport {
  const { versions, migrations, keptEntries, after } = facts;
  const inProject = (path: string): string => path.slice(repository.prefix.length);
  const conflicts = [...merged.conflicts].map(([path, stages]) => ({
    path: inProject(path),
    kind: kindOf(repository, merged.tree, path, stages, facts.label),
  }));
  const conflicted = new Set(conflicts.map(({ path }) => path));
  const report = { updated: [], merged: [], added: [], removed: [] } as Record<
    "updated" | "merged" | "added" | "removed",
    string[]
  >;
  const moved: { from: string; to: string }[] = [];
  for (const change of changes(repository, merged.tree)) {
    const path = inProject(change.path);
    if (change.from !== undefined) moved.push({ from: inProject(change.from), to: path });
    if (conflicted.has(path)) continue;
    if (change.status === "A") report.added.push(path);
    else if (change.status === "D") report.removed.push(path);
    else if (change.blob !== after.get(path)?.blob) {
      if (change.isEdited) report.merged.push(path);
    } else if (change.from === undefined) report.updated.push(path);
  }
  return {
    versions,
    migrations,
    conflicts,
    ...report,
    moved,
    keptRemoved: merged.keptRemoved.map(inProject),
    keptEntries,
  };
}

interface FileChange {
  readonly status: string;
  readonly path: string;
  readonly blob: string;
  readonly isEdited: boolean;
  /** The previous path of a moved file. */
  readonly from?: string;
}

function changes(repository: Repository, tree: string): FileChange[] {
  const words = gitList(repository, ["diff-tree", "-r", "-z", "-M", "--raw", repository.head, tree]);
  const found: FileChange[] = [];
  for (let i = 0; i < words.length; ) {
    const [, , old = "", blob = "", letter = ""] = (words[i] ?? "").split(" ");
    const isMoved = letter.startsWith("R");
    const first = words[i + 1] ?? "";
    const change = { status: letter.charAt(0), blob, isEdited: old !== blob };
    found.push(isMoved ? { ...change, path: words[i + 2] ?? "", from: first } : { ...change, path: first });
    i += isMoved ? 3 : 2;
  }
  return found;
}

function kindOf(
  repository: Repository,
  tree: string,
  path: string,
  stages: Stages,
  label: string,
): Conflict["kind"] {
  const isBeside = ["yours", label.replaceAll(" ", "-")].some((side) => path.endsWith(`~${side}`));
  if (stages.size === 1) return isBeside ? "file-and-folder" : "moved";
  if (!stages.has(3)) return "removed-by-template";
  const entry = entryAt(repository, tree, path);
  const hasMarkers =
    entry !== undefined && git(repository, ["cat-file", "blob", entry.blob]).includes(`>>>>>>> ${label}`);
  if (!hasMarkers) return "no-markers";
  return stages.has(1) ? "lines" : "both-added";
}
