import type { MigratedFiles, Migration } from "./migrations.js";
import { git, type Repository } from "./repository.js";
import type { TreeEntries, TreeEntry } from "./tree.js";
import { writeBlob } from "./write-blobs.js";

/** Applies migrations to files that are in git. Contents are read only if a migration asks for them. */
export function migrateEntries(
  repository: Repository,
  entries: TreeEntries,
  migrations: readonly Migration[],
): Map<string, TreeEntry> {
  const migrated = new Map(entries);
  const files: MigratedFiles = {
    get paths() {
      return [...migrated.keys()].sort();
    },
    read(path) {
      const entry = migrated.get(path);
      return entry && git(repository, ["cat-file", "blob", entry.blob]).toString();
    },
    write(path, text) {
      const mode = migrated.get(path)?.mode ?? "100644";
      migrated.set(path, { mode, blob: writeBlob(repository, path, text) });
    },
    move(from, to) {
      const entry = migrated.get(from);
      if (entry === undefined || migrated.has(to)) return;
      migrated.delete(from);
      migrated.set(to, entry);
    },
    remove(path) {
      migrated.delete(path);
    },
  };
  for (const { migrate } of migrations) migrate(files);
  return migrated;
}
