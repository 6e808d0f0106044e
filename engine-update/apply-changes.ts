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
import { takeBack } from "./restore-interrupted.js";

/** What becomes of a path: a file with this text, a copy of a file or folder, or nothing. */
export type Change = { readonly text: string } | { readonly copyOf: string } | "removed";

/** Changes by path, relative to the project's directory. No path lies in another one's folder. */
export type Changes = ReadonlyMap<string, Change>;

/**
 * Carries out all changes or none. What is new is written into a folder beside first; then paths are swapped by
 * renaming, and taken back where one of them fails. Ctrl-C and the like wait until this is through; after what cannot
 * wait, restoreInterrupted takes back.
 * @param look looks at what is new before anything is swapped, such as to format it; is given the folder
 * @throws what went wrong; then all is as it was, or, where taking back failed too, the next restoreInterrupted does it
 */
export function applyChanges(
  root: string,
  changes: Changes,
  look: (folder: string) => void = () => {},
): void {
  const folder = mkdtempSync(join(root, foldersOfChanges));
  holdSignals(() => {
    try {
      swapAll(root, changes, folder, look);
    } catch (error) {
      takeBack(root, folder);
      throw error;
    }
    // From here on nothing is taken back any more.
    rmSync(join(folder, journalFile));
    rmSync(folder, { recursive: true, force: true });
    for (const [path, change] of changes) if (change === "removed") removeEmptyFolders(root, path);
  });
}

function swapAll(root: string, changes: Changes, folder: string, look: (folder: string) => void): void {
  const staged = join(folder, "new");
  for (const [path, change] of changes) stage(join(staged, path), change);
  look(staged);
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
    // A file is there at each moment, such as package.json, without which npm starts nothing.
    if (isReplaced && lstatSync(own).isFile()) copyFileSync(own, old);
    else renameSync(own, old);
  }
  if (!isReplaced) return;
  mkdirSync(dirname(own), { recursive: true });
  renameSync(staged, own);
}
