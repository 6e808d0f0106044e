import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";

/** How the names of folders begin in which applyChanges keeps what is new, and what was before. */
export const foldersOfChanges = ".changes-";

/** Names in such a folder the paths that are swapped; there from before the first of them to after the last. */
export const journalFile = "paths.json";

const journalSchema = z.array(
  z.strictObject({
    path: z.string(),
    /** Whether something takes the path's place: then it lies staged, until it is moved there. */
    isStaged: z.boolean(),
  }),
);

/**
 * Takes back what an earlier run left half done, because it was killed or the machine went down.
 * @returns whether there was something
 */
export function restoreInterrupted(root: string): boolean {
  const folders = readdirSync(root).filter((name) => name.startsWith(foldersOfChanges));
  for (const name of folders) restore(root, join(root, name));
  return folders.length > 0;
}

function restore(root: string, folder: string): void {
  const journal = join(folder, journalFile);
  const entries = existsSync(journal) ? journalSchema.parse(JSON.parse(readFileSync(journal, "utf8"))) : [];
  for (const { path, isStaged } of entries) {
    const [own, before, staged] = [join(root, path), join(folder, "old", path), join(folder, "new", path)];
    if (existsSync(before)) {
      rmSync(own, { recursive: true, force: true });
      mkdirSync(dirname(own), { recursive: true });
      renameSync(before, own);
    } else if (isStaged && !existsSync(staged)) {
      // Nothing was there before.
      rmSync(own, { recursive: true, force: true });
    }
  }
  rmSync(folder, { recursive: true, force: true });
}
