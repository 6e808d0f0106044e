import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { manifestFile } from "./manifest.js";

/**
 * The files below `packages/` that the project edited or added since it got its engine, according to its git history: an
 * update replaces them. Files that are in the history of the later version are the engine's own. Empty without a history.
 * @param source the folder of the later version
 */
export function editedPackages(root: string, source: string): string[] {
  const commit = git(root, ["log", "-1", "--format=%H", "--", manifestFile])?.trim();
  if (commit === undefined || commit === "") return [];
  const changed = git(root, ["diff", "--name-only", "--relative", "-z", commit, "--", "packages"]) ?? "";
  const edited = changed.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
  const known = blobsKnown(source, digests(root, edited));
  return edited.filter((_, i) => !known[i]);
}

/** Git's object names of the files as they are now. */
function digests(root: string, paths: readonly string[]): string[] {
  return lines(git(root, ["hash-object", "--stdin-paths"], `${paths.join("\n")}\n`, paths.length > 0));
}

/** Whether the git history of a folder has each of these objects; false without a history. */
function blobsKnown(folder: string, digestsToFind: readonly string[]): boolean[] {
  const found = git(
    folder,
    ["cat-file", "--batch-check"],
    `${digestsToFind.join("\n")}\n`,
    digestsToFind.length > 0,
  );
  return lines(found).map((line) => !line.endsWith(" missing"));
}

function lines(text: string | undefined): string[] {
  return text === undefined ? [] : text.split("\n").filter((line) => line !== "");
}

/** The output of a git command; undefined if it fails. */
function git(cwd: string, args: readonly string[], input = "", isNeeded = true): string | undefined {
  if (!isNeeded) return undefined;
  try {
    return execFileSync("git", args, {
      cwd,
      input,
      encoding: "utf8",
      maxBuffer: 1e8,
      stdio: ["pipe", "pipe", "ignore"],
    });
  } catch {
    return undefined;
  }
}
