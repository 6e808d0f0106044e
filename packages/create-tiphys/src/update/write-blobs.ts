import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { git, gitList, gitText, type Repository } from "./repository.js";
import { withTemporaryFolder } from "./tree.js";

/** Attributes whose filters change a file's content when git stores it, besides the line ends. */
const filters = ["filter", "ident", "working-tree-encoding"];

/**
 * Stores files as `git add` would, with the filters that the project's `.gitattributes` sets (such as LFS).
 * @param files paths relative to the project, and contents
 * @returns the object names by path
 */
export function writeBlobs(
  repository: Repository,
  files: ReadonlyMap<string, Buffer | string>,
): Map<string, string> {
  const contents = new Map([...files].map(([path, content]) => [path, Buffer.from(content)]));
  const filtered = pathsWithFilters(repository, [...contents.keys()]);
  const plain = new Map(
    [...contents].filter(([path, content]) => !filtered.has(path) && !content.includes("\r")),
  );
  const blobs = writePlain(repository, plain);
  for (const [path, content] of contents) {
    if (blobs.has(path)) continue;
    const args = ["hash-object", "-w", "--stdin", `--path=${repository.prefix}${path}`];
    blobs.set(path, gitText(repository, args, { input: content }));
  }
  return blobs;
}

/** Stores contents as they are, in one process. */
function writePlain(repository: Repository, files: ReadonlyMap<string, Buffer>): Map<string, string> {
  const paths = [...files.keys()];
  return withTemporaryFolder((folder) => {
    const copies = paths.map((path, i) => {
      const copy = join(folder, String(i));
      writeFileSync(copy, files.get(path) ?? "");
      return copy;
    });
    const args = ["hash-object", "-w", "--no-filters", "--stdin-paths"];
    const names = git(repository, args, { input: copies.map((copy) => `${copy}\n`).join("") }).toString();
    return new Map(names.split("\n").flatMap((name, i) => nameOf(paths[i], name)));
  });
}

function nameOf(path: string | undefined, name: string): [string, string][] {
  return path === undefined || name === "" ? [] : [[path, name]];
}

function pathsWithFilters(repository: Repository, paths: readonly string[]): Set<string> {
  const input = paths.map((path) => `${repository.prefix}${path}\0`).join("");
  const answers = gitList(repository, ["check-attr", "-z", "--stdin", ...filters], { input });
  const found = new Set<string>();
  for (let i = 0; i + 2 < answers.length; i += 3) {
    const [path = "", , value = ""] = answers.slice(i, i + 3);
    if (!["unspecified", "unset"].includes(value)) found.add(path.slice(repository.prefix.length));
  }
  return found;
}
