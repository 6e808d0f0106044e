import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { digestOf } from "./manifest.js";

/**
 * The engine's changes to a file that the project edited, as a patch for `git apply`. Its base is the original file, if
 * the project's history or that of the later version has it, else the project's file.
 * @param source the folder of the later version
 * @param digest digest of the original file
 */
export function enginePatch(root: string, source: string, path: string, digest: string | undefined): string {
  const folder = mkdtempSync(join(tmpdir(), "engine-patch-"));
  try {
    write(
      join(folder, "a", path),
      originalOf(root, path, digest) ?? originalOf(source, path, digest) ?? readFileSync(join(root, path)),
    );
    write(join(folder, "b", path), readFileSync(join(source, path)));
    const args = ["diff", "--no-index", "--no-prefix", "--no-color", join("a", path), join("b", path)];
    return spawnSync("git", args, { cwd: folder, encoding: "utf8" }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** The original file, from the git history of a folder. */
function originalOf(folder: string, path: string, digest: string | undefined): Buffer | undefined {
  try {
    const log = ["log", "--format=%H", "--", path];
    const commits = execFileSync("git", log, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1e8,
      stdio: ["ignore", "pipe", "ignore"],
    })
      .split("\n")
      .filter(Boolean);
    for (const commit of commits) {
      const found = spawnSync("git", ["show", `${commit}:./${path}`], { cwd: folder, maxBuffer: 1e8 });
      if (found.status === 0 && digestOf(found.stdout) === digest) return found.stdout;
    }
  } catch {
    // No history.
  }
  return undefined;
}
