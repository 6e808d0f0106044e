import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { digestOfPath } from "./digest-of-path.js";
import { holdSignals } from "./hold-signals.js";
import { foldersOfChanges, journalFile, writeJournal } from "./journal.js";
import { removeEmptyFolders } from "./remove-empty-folders.js";
import { rollBack } from "./restore-interrupted.js";

/** The change of a path: it becomes a file with this text, or a copy of a file or folder, or is removed. */
export type Change = { readonly text: string } | { readonly copyOf: string } | "removed";

/** Changes by path, relative to the project's directory. No path is inside another. */
export type Changes = ReadonlyMap<string, Change>;

/**
 * Applies all changes or none. The new content is first written into a staging folder in the project; then each path is
 * swapped by renaming. If a swap fails, all are rolled back. Ctrl-C and other signals are held until the end; after a kill
 * or a power failure, restoreInterrupted rolls back.
 * @param prepare receives the staging folder before anything is swapped, for example to format its files
 * @throws the error of a failed change, after rolling back; if that fails too, the next restoreInterrupted rolls back
 */
export function applyChanges(
  root: string,
  changes: Changes,
  prepare: (folder: string) => void = () => {},
): void {
  const folder = mkdtempSync(join(root, foldersOfChanges));
  holdSignals(() => {
    try {
      swapAll(root, changes, folder, prepare);
    } catch (error) {
      rollBack(root, folder);
      throw error;
    }
    // From here on nothing is rolled back.
    rmSync(join(folder, journalFile));
    rmSync(folder, { recursive: true, force: true });
    for (const [path, change] of changes) if (change === "removed") removeEmptyFolders(root, path);
  });
}

function swapAll(root: string, changes: Changes, folder: string, prepare: (folder: string) => void): void {
  const staged = join(folder, "new");
  for (const [path, change] of changes) stage(join(staged, path), change);
  prepare(staged);
  const paths = [...changes.keys()];
  writeJournal(
    folder,
    paths.map((path) => ({
      path,
      before: digestOfPath(join(root, path)),
      after: digestOfPath(join(staged, path)),
    })),
  );
  for (const path of paths) swap(join(root, path), join(staged, path), join(folder, "old", path));
}

function stage(path: string, change: Change): void {
  if (change === "removed") return;
  mkdirSync(dirname(path), { recursive: true });
  if ("text" in change) writeFileSync(path, change.text);
  else {
    cpSync(change.copyOf, path, {
      recursive: true,
      filter: (source) => !/[\\/]node_modules$/.test(source),
    });
  }
}

function swap(own: string, staged: string, old: string): void {
  const isReplaced = existsSync(staged);
  if (existsSync(own)) {
    mkdirSync(dirname(old), { recursive: true });
    // A file must exist at every moment: without package.json npm starts nothing.
    if (isReplaced && lstatSync(own).isFile()) copyFileSync(own, old);
    else renameSync(own, old);
  }
  if (!isReplaced) return;
  mkdirSync(dirname(own), { recursive: true });
  renameSync(staged, own);
}
