import { type KeptEntry, mergePackage } from "./merge-package.js";
import { git, type Repository } from "./repository.js";
import type { TreeEntry } from "./tree.js";
import { writeBlob } from "./write-blobs.js";

/** The file in which a project keeps its template's version and its answers. It always becomes the new version's. */
const stateFile = ".tiphys.json";

/** Merged entry by entry. */
export const packageFile = "package.json";

/** The template's and the user's files, before they are merged. */
export interface MutableSides {
  readonly before: Map<string, TreeEntry>;
  readonly ours: Map<string, TreeEntry>;
  readonly after: Map<string, TreeEntry>;
}

/** Gives the files that git does not merge the same content on all sides. */
export function settle(repository: Repository, sides: MutableSides): readonly KeptEntry[] {
  const state = sides.after.get(stateFile);
  if (state !== undefined) setEverywhere(sides, stateFile, state);
  const entries = [sides.before, sides.ours, sides.after].map((side) => side.get(packageFile));
  const [before, ours, after] = readBlobs(repository, entries);
  if (ours === undefined || after === undefined) return [];
  const { text, kept } = mergePackage(before ?? "{}", ours, after);
  const mode = entries[1]?.mode ?? "100644";
  const blob = text === ours ? entries[1]?.blob : undefined;
  setEverywhere(sides, packageFile, { mode, blob: blob ?? writeBlob(repository, packageFile, text) });
  return kept;
}

function setEverywhere(sides: MutableSides, path: string, entry: TreeEntry): void {
  for (const entries of [sides.before, sides.ours, sides.after]) entries.set(path, entry);
}

/** The texts of files in git, in one process. */
function readBlobs(
  repository: Repository,
  entries: readonly (TreeEntry | undefined)[],
): (string | undefined)[] {
  const input = entries.map((entry) => `${entry?.blob ?? repository.noObject}\n`).join("");
  const output = git(repository, ["cat-file", "--batch"], { input });
  let position = 0;
  return entries.map(() => {
    const lineEnd = output.indexOf("\n", position);
    const [, type, size] = output.subarray(position, lineEnd).toString().split(" ");
    const start = lineEnd + 1;
    if (type !== "blob") {
      position = start;
      return undefined;
    }
    const end = start + Number(size);
    position = end + 1;
    return output.subarray(start, end).toString();
  });
}
