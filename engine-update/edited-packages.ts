import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { manifestFile } from "./manifest.js";

/**
 * The files below `packages/` that the project edited or added since the engine came, by the project's history: an update
 * replaces them. Those that the history of the later version holds are the engine's own. None where there is no history.
 * @param source the folder of the later version
 */
export function editedPackages(root: string, source: string): string[] {
  const came = git(root, ["log", "-1", "--format=%H", "--", manifestFile])?.trim();
  if (came === undefined || came === "") return [];
  const changed = git(root, ["diff", "--name-only", "--relative", "-z", came, "--", "packages"]) ?? "";
  const edited = changed.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
  const known = blobsKnown(source, digests(root, edited));
  return edited.filter((_, i) => !known[i]);
}

/** The digests under which git knows the files, as it would commit them. */
function digests(root: string, paths: readonly string[]): string[] {
  return lines(git(root, ["hash-object", "--stdin-paths"], `${paths.join("\n")}\n`, paths.length > 0));
}

/** Whether the history of a folder holds each of these; false where there is none. */
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

/** What git says; undefined where it cannot. */
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
