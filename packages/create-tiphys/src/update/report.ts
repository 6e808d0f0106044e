import type { KeptEntry } from "./merge-package.js";

/** A file that the user must look at. */
export interface Conflict {
  readonly path: string;
  readonly kind: keyof typeof whatToDo;
}

/** What an update did. Paths are relative to the project. */
export interface UpdateReport {
  readonly versions: { readonly from: string; readonly to: string };
  /** Names of the applied migrations. */
  readonly migrations: readonly string[];
  readonly conflicts: readonly Conflict[];
  /** Now as in the new template. */
  readonly updated: readonly string[];
  /** With the changes of both sides. */
  readonly merged: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** Removed by the user and changed by the template: still removed. */
  readonly keptRemoved: readonly string[];
  /** Entries of package.json that both sides changed: the user's are kept. */
  readonly keptEntries: readonly KeptEntry[];
}

/** Conflicts by kind, and what the user does about them. */
const whatToDo = {
  lines: "both changed the same lines: fix the markers, then git add",
  "both-added": "both added this file: fix the markers, then git add",
  "removed-by-template": "the template removed it, you changed it: git add to keep it, or git rm",
  "no-markers":
    "both changed it, yours is in place: git add to keep it, or git checkout --theirs for the template's",
  "file-and-folder": "one side has a folder of this name, so the file was renamed: git mv it, then git add",
  moved: "you and the template moved it, to different places: git add what you keep, git rm the rest",
} as const;

const mostPaths = 6;
const mostLines = 12;

/** The report as lines for a terminal: conflicts first, at most a screen. */
export function formatUpdateReport(report: UpdateReport): string[] {
  const { versions, conflicts, keptEntries } = report;
  const groups = [
    line("updated", report.updated),
    line("merged with your edits", report.merged),
    line("added", report.added),
    line(
      "moved",
      report.moved.map(({ from, to }) => `${from} to ${to}`),
    ),
    line("removed", report.removed),
    line("removed by you, changed by the template, not added again", report.keptRemoved),
    line("migrations", report.migrations),
  ].flat();
  if (groups.length + conflicts.length + keptEntries.length === 0)
    return [`Nothing to change: the project's files are as in template ${versions.to}.`];
  return [
    versions.from === versions.to
      ? `The files of template ${versions.to} were merged into the project.`
      : `The project's files were updated from template ${versions.from} to ${versions.to}.`,
    ...conflictLines(report),
    ...keptLines(keptEntries),
    ...groups,
    `Nothing is committed. To undo the update: git reset --hard`,
  ];
}

function conflictLines({ conflicts, versions }: UpdateReport): string[] {
  if (conflicts.length === 0) return [];
  const count = conflicts.length === 1 ? "1 file has a conflict" : `${conflicts.length} files have conflicts`;
  const lines = conflicts.map(({ path, kind }) => `  ${path}: ${whatToDo[kind]}`);
  return [
    `${count} (markers: yours, template ${versions.to}):`,
    ...shortened(lines, "  ", "git status lists them"),
  ];
}

function keptLines(kept: readonly KeptEntry[]): string[] {
  if (kept.length === 0) return [];
  const lines = kept.map(
    ({ entry, yours, template }) =>
      `  ${entry}: yours is ${yours ?? "removed"}, the template's ${template ?? "removed"}`,
  );
  return ["package.json: both changed these entries, and yours are kept:", ...shortened(lines, "  ", "")];
}

function shortened(lines: readonly string[], indent: string, hint: string): string[] {
  const more = lines.length - mostLines;
  if (more <= 0) return [...lines];
  return [...lines.slice(0, mostLines), `${indent}and ${more} more${hint === "" ? "" : ` (${hint})`}`];
}

function line(title: string, paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  const more =
    paths.length > mostPaths ? ` and ${paths.length - mostPaths} more (git status lists them)` : "";
  return [`${title}: ${paths.slice(0, mostPaths).join(", ")}${more}`];
}
