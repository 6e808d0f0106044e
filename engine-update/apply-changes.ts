import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { foldersOfChanges, journalFile } from "./restore-interrupted.js";

/** What becomes of a path: a file with this text, a copy of a file or folder, or nothing. */
export type Change = { readonly text: string } | { readonly copyOf: string } | "removed";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Changes by path, relative to the project's directory. No path lies in another one's folder. */
export type Changes = ReadonlyMap<string, Change>;

/**
 * Carries out all changes or none. What is new is written into a folder beside first; then paths are swapped by
 * renaming, and swapped back where one of them fails. Ctrl-C and the like wait until this is through; after what cannot
 * wait, restoreInterrupted swaps back.
 * @param look looks at what is new before anything is swapped, such as to format it; is given the folder
 * @throws what went wrong; then all is as it was
 */
export function applyChanges(
  root: string,
  changes: Changes,
  look: (folder: string) => void = () => {},
): void {
  const folder = mkdtempSync(join(root, foldersOfChanges));
  const staged = join(folder, "new");
  const old = join(folder, "old");
  const undo: (() => void)[] = [];
  const wait = (): void => {};
  for (const signal of signals) process.on(signal, wait);
  try {
    for (const [path, change] of changes) stage(join(staged, path), change);
    look(staged);
    writeFileSync(join(folder, journalFile), journalText(changes));
    for (const [path, change] of changes) {
      move(join(root, path), join(old, path), undo);
      if (change !== "removed") move(join(staged, path), join(root, path), undo);
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, wait);
    // Without it nothing is taken back any more.
    rmSync(join(folder, journalFile), { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
  for (const [path, change] of changes) if (change === "removed") removeEmptyFolders(root, dirname(path));
}

function journalText(changes: Changes): string {
  return JSON.stringify([...changes].map(([path, change]) => ({ path, isStaged: change !== "removed" })));
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

function move(from: string, to: string, undo: (() => void)[]): void {
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
  undo.push(() => {
    mkdirSync(dirname(from), { recursive: true });
    renameSync(to, from);
  });
}

function removeEmptyFolders(root: string, folder: string): void {
  for (let path = folder; path !== "."; path = dirname(path)) {
    const absolute = join(root, path);
    if (!existsSync(absolute)) continue;
    if (readdirSync(absolute).length > 0) return;
    rmdirSync(absolute);
  }
}
