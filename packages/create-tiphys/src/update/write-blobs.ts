import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { git, gitList, gitText, type Repository } from "./repository.js";
import { withTemporaryFolder } from "./tree.js";

/** Attributes whose filters change a file's content when git stores it, besides the line ends. */
const filters = ["filter", "ident", "working-tree-encoding"];

/** A file to store. Its path is relative to the project. */
export interface StoredFile {
  readonly path: string;
  readonly content: Buffer;
}

/**
 * Stores files as `git add` would, with the filters that the project's `.gitattributes` sets (such as LFS).
 * @returns their object names, in the same order
 */
export function writeBlobs(repository: Repository, files: readonly StoredFile[]): string[] {
  const filtered = pathsWithFilters(repository, [...new Set(files.map(({ path }) => path))]);
  const isPlain = files.map(({ path, content }) => !filtered.has(path) && !content.includes("\r"));
  const plain = writePlain(
    repository,
    files.flatMap(({ content }, i) => (isPlain[i] === true ? [content] : [])),
  );
  return files.map(({ path, content }, i) => {
    const blob = isPlain[i] === true ? plain.shift() : writeBlob(repository, path, content);
    if (blob === undefined) throw new Error(`git stored no content for ${path}`);
    return blob;
  });
}

/** Stores one file as `git add` would. */
export function writeBlob(repository: Repository, path: string, content: Buffer | string): string {
  const args = ["hash-object", "-w", "--stdin", `--path=${repository.prefix}${path}`];
  return gitText(repository, args, { input: content });
}

/** Stores contents as they are, in one process. */
function writePlain(repository: Repository, contents: readonly Buffer[]): string[] {
  return withTemporaryFolder((folder) => {
    const copies = contents.map((content, i) => {
      const copy = join(folder, String(i));
      writeFileSync(copy, content);
      return copy;
    });
    const args = ["hash-object", "-w", "--no-filters", "--stdin-paths"];
    return git(repository, args, { input: copies.map((copy) => `${copy}\n`).join("") })
      .toString()
      .split("\n")
      .filter((name) => name !== "");
  });
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
