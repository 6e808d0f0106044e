import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

/** The files of a project that git knows or would add, else those outside of what tools make; paths relative to it. */
export function projectFiles(root: string): string[] {
  try {
    const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1e8,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return [...new Set(listed.split("\0"))]
      .filter((path) => path !== "" && existsSync(join(root, path)))
      .sort();
  } catch {
    return walk(root, root).sort();
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
