import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { UsageError } from "@pipeline/workflow";

const mostShown = 5;

/**
 * Checks that a folder is a fresh template: it bears its mark, and git knows of no change.
 * @param dataset a file that may lie there
 * @throws {UsageError} saying what is not fresh, and what to do
 */
export function requireFreshTemplate(root: string, dataset: string | undefined): void {
  const { pipeline }: { readonly pipeline?: { readonly template?: boolean } } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  if (pipeline?.template !== true) {
    throw new UsageError(
      "This is a project already: package.json does not say pipeline.template. Start from a fresh clone.",
    );
  }
  const changed = changedFiles(root).filter(
    (path) => dataset === undefined || path !== relative(root, resolve(dataset)),
  );
  if (changed.length === 0) return;
  const shown = changed.slice(0, mostShown).join(", ");
  throw new UsageError(
    `${changed.length} files are not as they were committed: ${shown}${changed.length > mostShown ? ", …" : ""}. Commit or remove them first, or run with --force.`,
  );
}

function changedFiles(root: string): string[] {
  try {
    const status = execFileSync("git", ["status", "--porcelain", "-z", "--untracked-files=all"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return status.split("\0").flatMap((line) => (line === "" ? [] : [line.slice(3)]));
  } catch {
    throw new UsageError(
      "This is no work tree of git, so nothing could be taken back. Clone the template, or commit it (git init, git add --all, git commit), or run with --force.",
    );
  }
}
