import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageError } from "@tiphys/workflow";
import { digestOfPath } from "./digest-of-path.js";
import { holdSignals } from "./hold-signals.js";
import { foldersOfChanges, type JournalEntry, journalFile, readJournal, whatToDo } from "./journal.js";
import { removeEmptyFolders } from "./remove-empty-folders.js";

/**
 * Rolls back the changes of an earlier run that was killed, or interrupted by a power failure, before it had applied all of
 * them. Completed runs are not rolled back. Can itself be interrupted, and run again.
 * @returns whether anything was rolled back
 * @throws {UsageError} if a file was changed since; then nothing is rolled back
 */
export function restoreInterrupted(root: string): boolean {
  const folders = readdirSync(root).filter((name) => name.startsWith(foldersOfChanges));
  return holdSignals(() => folders.filter((name) => rollBack(root, join(root, name))).length > 0);
}

/**
 * Rolls back one folder of changes, and removes it.
 * @returns whether anything was rolled back
 * @throws {UsageError} if a file was changed since; then nothing is rolled back
 */
export function rollBack(root: string, folder: string): boolean {
  const entries = readJournal(folder).map((entry) => ({
    ...entry,
    now: digestOfPath(join(root, entry.path)),
  }));
  const isDone = entries.every(({ now, after }) => now === after);
  const swapped = isDone ? [] : entries.filter(({ now, before }) => now !== before);
  const changed = swapped.filter((entry) => !canBeRolledBack(folder, entry));
  if (changed.length > 0) {
    const paths = changed.map(({ path }) => path).join(", ");
    throw new UsageError(
      `An earlier run was interrupted, and these paths were changed since: ${paths}.\n${whatToDo(basename(folder))}`,
    );
  }
  for (const entry of swapped) putBack(root, folder, entry);
  if (!isDone) for (const { path, before } of entries) if (before === null) removeEmptyFolders(root, path);
  // Without the journal nothing is rolled back.
  rmSync(join(folder, journalFile), { force: true });
  rmSync(folder, { recursive: true, force: true });
  return swapped.length > 0;
}

type Entry = JournalEntry & { readonly now: string | null };

/** Restores the previous content, by renames only, so that this too can be interrupted. */
function putBack(root: string, folder: string, { path, before, now }: Entry): void {
  const own = join(root, path);
  const old = join(folder, "old", path);
  // A file replaces a file in one rename.
  if (now !== null && (before === null || isFolder(own) || isFolder(old)))
    move(own, join(folder, "undone", path));
  if (before !== null) move(old, own);
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

function isFolder(path: string): boolean {
  return lstatSync(path).isDirectory();
}

/** Whether a path is as the interrupted run left it, and the folder has its previous content. */
function canBeRolledBack(folder: string, { path, before, after, now }: Entry): boolean {
  const old = join(folder, "old", path);
  if (before !== null && digestOfPath(old) !== before) return false;
  // Between the two renames that swap or restore a folder, the path does not exist.
  return now === after || (now === null && isFolder(old));
}
