import { UsageError } from "@tiphys/workflow";
import { applyTree } from "./apply-tree.js";
import { makeReport } from "./make-report.js";
import { makeSides } from "./make-sides.js";
import { type KeptEntry, mergePackage } from "./merge-package.js";
import { mergeTrees } from "./merge-trees.js";
import { migrateEntries } from "./migrate-entries.js";
import { migrations as allMigrations, type Migration, migrationsBetween } from "./migrations.js";
import { openRepository } from "./open-repository.js";
import type { UpdateReport } from "./report.js";
import { git, type Repository } from "./repository.js";
import { readEntries, type TreeEntries, type TreeEntry } from "./tree.js";
import { compareVersions } from "./versions.js";
import { writeBlobs } from "./write-blobs.js";

/** The files of a made project by path: relative to the project, with slashes. Text has line feeds as line ends. */
export type TemplateFiles = ReadonlyMap<string, Buffer | string>;

/** What a project is updated from and to. */
export interface ProjectUpdate {
  /** The project as the earlier version of the template made it, with the project's answers; without data files. */
  readonly before: TemplateFiles;
  /** The project as the new version makes it, with the same answers. */
  readonly after: TemplateFiles;
  readonly versions: { readonly from: string; readonly to: string };
  /** Default: those of create-tiphys. */
  readonly migrations?: readonly Migration[];
}

/** The file in which a project keeps its template's version and its answers. It always becomes the new version's. */
const stateFile = ".tiphys.json";
const packageFile = "package.json";

/**
 * Merges the changes of the template into a project, with git: three-way, renamed files and folders included. Where both
 * sides changed a line, the file gets conflict markers and the index its three versions. package.json is merged entry by
 * entry. Everything is written to the work tree and the index, nothing is committed. `git reset --hard` restores the project,
 * also after a kill at any moment.
 * @param folder the project's folder, which may be below the top of the work tree
 * @throws {UsageError} if the project is not committed in a git work tree, git is older than 2.38, the new version is earlier
 * than the project's, package.json is not JSON, or a file that git does not track is in the way. Then nothing was written.
 */
export function updateProject(folder: string, update: ProjectUpdate): UpdateReport {
  const { versions } = update;
  if (compareVersions(versions.to, versions.from) < 0) {
    throw new UsageError(
      `The project was made by template ${versions.from}, and this is the earlier ${versions.to}. Run: npm create tiphys@latest -- --update`,
    );
  }
  const repository = openRepository(folder);
  const applied = migrationsBetween(update.migrations ?? allMigrations, versions.from, versions.to);
  const head = readEntries(repository, "HEAD");
  const after = store(repository, update.after, head);
  const sides = {
    before: migrateEntries(repository, store(repository, update.before, head), applied),
    ours: migrateEntries(repository, head, applied),
    after: new Map(after),
  };
  const kept = settle(repository, sides);
  const label = `template ${versions.to}`;
  const merged = mergeTrees(repository, makeSides(repository, { ...sides, head }), {
    ours: "yours",
    theirs: label,
  });
  applyTree(repository, merged);
  return makeReport(repository, merged, {
    versions,
    migrations: applied.map(({ name }) => name),
    keptEntries: kept,
    after,
    label,
  });
}

/**
 * The template's files as entries of a tree. A file has the mode that it has in the project, so that the user's executable bit
 * stays; a new one is executable if it starts with `#!`.
 */
function store(repository: Repository, files: TemplateFiles, head: TreeEntries): Map<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  for (const [path, blob] of writeBlobs(repository, files)) {
    const own = head.get(path)?.mode;
    const isScript =
      Buffer.from(files.get(path) ?? "")
        .subarray(0, 2)
        .toString() === "#!";
    entries.set(path, {
      mode: own?.startsWith("1007") || own === "100644" ? own : isScript ? "100755" : "100644",
      blob,
    });
  }
  return entries;
}

interface MutableSides {
  readonly before: Map<string, TreeEntry>;
  readonly ours: Map<string, TreeEntry>;
  readonly after: Map<string, TreeEntry>;
}

/** Gives the files that git does not merge the same content on all sides. */
function settle(repository: Repository, sides: MutableSides): readonly KeptEntry[] {
  const state = sides.after.get(stateFile);
  if (state !== undefined) setEverywhere(sides, stateFile, state);
  const [before, ours, after] = [sides.before, sides.ours, sides.after].map((entries) => {
    const entry = entries.get(packageFile);
    return entry && git(repository, ["cat-file", "blob", entry.blob]).toString();
  });
  if (ours === undefined || after === undefined) return [];
  const { text, kept } = mergePackage(before ?? "{}", ours, after);
  const blob = writeBlobs(repository, new Map([[packageFile, text]])).get(packageFile);
  if (blob !== undefined) setEverywhere(sides, packageFile, { mode: "100644", blob });
  return kept;
}

function setEverywhere(sides: MutableSides, path: string, entry: TreeEntry): void {
  for (const entries of [sides.before, sides.ours, sides.after]) entries.set(path, entry);
}
