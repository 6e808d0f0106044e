import { UsageError } from "@tiphys/workflow";
import { lt } from "semver";
import { applyTree } from "./apply-tree.js";
import { makeReport } from "./make-report.js";
import { makeSides } from "./make-sides.js";
import { mergeTrees } from "./merge-trees.js";
import { migrateEntries } from "./migrate-entries.js";
import { migrations as allMigrations, type Migration, migrationsBetween } from "./migrations.js";
import { notCommitted, openRepository } from "./open-repository.js";
import type { UpdateReport } from "./report.js";
import type { Repository } from "./repository.js";
import { packageFile, settle } from "./settle-files.js";
import { readEntries, type TreeEntries, type TreeEntry } from "./tree.js";
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
  if (lt(versions.to, versions.from)) {
    throw new UsageError(
      `The project was made by template ${versions.from}, and this is the earlier ${versions.to}. Run: npm create tiphys@latest -- --update`,
    );
  }
  const repository = openRepository(folder);
  const head = readEntries(repository);
  if (!head.has(packageFile))
    throw notCommitted(`${repository.prefix}${packageFile} is not in the last commit`);
  const [before, after] = store(repository, update.before, update.after);
  const applied = migrationsBetween(update.migrations ?? allMigrations, versions.from, versions.to);
  const sides = {
    before: migrateEntries(repository, before, applied),
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

/** The template's files as entries of a tree. A file that starts with `#!` is executable; git merges modes like contents. */
function store(
  repository: Repository,
  before: TemplateFiles,
  after: TemplateFiles,
): readonly [TreeEntries, TreeEntries] {
  const files = [...before, ...after].map(([path, content]) => ({ path, content: Buffer.from(content) }));
  const blobs = writeBlobs(repository, files);
  const entries = files.map(({ path, content }, i): [string, TreeEntry] => {
    const mode = content.subarray(0, 2).toString() === "#!" ? "100755" : "100644";
    return [path, { mode, blob: blobs[i] ?? repository.noObject }];
  });
  return [new Map(entries.slice(0, before.size)), new Map(entries.slice(before.size))];
}
