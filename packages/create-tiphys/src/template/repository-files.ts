import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * The files of a clone, as paths relative to it: those in git's index; without git, as in a downloaded archive, all except
 * those that tools create.
 * @param which "all" includes untracked files that git does not ignore
 */
export function repositoryFiles(root: string, which: "tracked" | "all" = "tracked"): string[] {
  const others = which === "all" ? ["--others", "--exclude-standard"] : [];
  const listed = listFiles(root, "--cached", ...others);
  // The clone may be inside a work tree that does not track it.
  if (listed === undefined || !listed.includes("package.json")) return walk(root, root).sort();
  return [...new Set(listed)].filter((path) => existsSync(join(root, path))).sort();
}

/** The untracked files among these paths and below them; none without git. */
export function untrackedFiles(root: string, paths: readonly string[]): string[] {
  return listFiles(root, "--others", "--", ...paths) ?? [];
}

function listFiles(root: string, ...options: readonly string[]): string[] | undefined {
  try {
    const listed = execFileSync("git", ["--literal-pathspecs", "ls-files", "-z", ...options], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1e8,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return listed.split("\0").filter((path) => path !== "");
  } catch {
    return undefined;
  }
}

const made = new Set([".git", "node_modules", "runs", "dist", "coverage", ".cache"]);

function walk(root: string, folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return made.has(entry.name) ? [] : walk(root, path);
    return [relative(root, path).replaceAll("\\", "/")];
  });
}
