import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pluralize } from "@tiphys/argo-lint/text";
import { UsageError } from "@tiphys/workflow";

/** Maximum number of files named in a message. */
const maxShown = 5;
const isNewData = /^\?\? .*\.(csv|tsv|tab|txt|dat|data)(\.gz)?$/i;

/**
 * Checks that a folder is a fresh template: package.json marks it as one, and git reports no changes. New data files are
 * allowed.
 * @throws {UsageError} naming the changes and the fix
 */
export function requireFreshTemplate(root: string): void {
  const { tiphys }: { readonly tiphys?: { readonly template?: boolean } } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  if (tiphys?.template !== true) {
    throw new UsageError(
      'This is a project already: package.json does not have "template": true under "tiphys". Start from a fresh clone.',
    );
  }
  const changed = changedFiles(root);
  if (changed.length === 0) return;
  const listed = changed.slice(0, maxShown).join(", ");
  throw new UsageError(
    `${pluralize(changed.length, "file")} not as committed: ${listed}${changed.length > maxShown ? ", …" : ""}. Commit or remove what is new first, or run with --force.`,
  );
}

function changedFiles(root: string): string[] {
  try {
    const status = execFileSync("git", ["status", "--porcelain", "-z", "--untracked-files=all"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return status.split("\0").flatMap((line) => (line === "" || isNewData.test(line) ? [] : [line.slice(3)]));
  } catch {
    throw new UsageError(
      "This folder is not a git work tree, so nothing could be undone. Clone the template, or commit it (git init, git add --all, git commit), or run with --force.",
    );
  }
}
