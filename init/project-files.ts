import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * The files of a project, paths relative to it: those in git's index, else those outside of what tools make.
 * @param which "all" has those too that git would add
 */
export function projectFiles(root: string, which: "tracked" | "all" = "tracked"): string[] {
  const others = which === "all" ? ["--others", "--exclude-standard"] : [];
  const listed = listFiles(root, "--cached", ...others);
  // In a work tree that does not know the project, its files are not those of git either.
  if (listed === undefined || !listed.includes("package.json")) return walk(root, root).sort();
  return [...new Set(listed)].filter((path) => existsSync(join(root, path))).sort();
}

/** Those of these paths, and of what lies below them, that are in no history of git's; none where there is no git. */
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
