import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@tiphys/workflow";
import { compare, parse } from "semver";
import { releaseChangelog } from "../../packages/workflow/src/cli/release/changelog.js";
import { writeFileAtomicallySync } from "../../packages/workflow/src/files/write-atomically.js";
import { commonVersion, filesWithVersion } from "./files-with-version.js";
import { git } from "./git.js";

export const changelogFile = "CHANGELOG.md";

/**
 * Sets the version of the project and all packages, dates the changelog's section, commits and tags. All or nothing: if the
 * commit or the tag fails, the files are as before.
 * @param date as YYYY-MM-DD
 * @returns the tag
 * @throws {UserError} if the version is not a later one, changes are not committed, or the changelog lists no changes
 */
export function bump(root: string, version: string, date: string): string {
  // Without build metadata, which npm would drop.
  if (parse(version)?.version !== version) {
    throw new UserError(
      `"${version}" is not a version. Expected three numbers, such as 1.2.3 or 1.2.3-beta.1.`,
    );
  }
  const current = commonVersion(root);
  // Equal before its first release: then the changelog has no dated section of it.
  if (compare(version, current) < 0) {
    throw new UserError(`Version ${version} is lower than the current one, ${current}. Choose a higher one.`);
  }
  const tag = `v${version}`;
  requireCommitted(root);
  requireNoTag(root, tag);
  const texts = new Map([
    ...filesWithVersion(root, version),
    [changelogFile, releaseChangelog(readChangelog(root), version, date)],
  ]);
  commitAndTag(root, texts, version, tag);
  return tag;
}

function readChangelog(root: string): string {
  const file = join(root, changelogFile);
  if (existsSync(file)) return readFileSync(file, "utf8");
  throw new UserError(
    `${changelogFile} does not exist. Expected it to list the changes below: ## [Unreleased]`,
  );
}

function requireCommitted(root: string): void {
  const status = git(root, "status", "--porcelain");
  if (status === "") return;
  throw new UserError(
    `Some changes are not committed:\n${status}\nThe tag would not contain them. Commit or stash them first.`,
  );
}

function requireNoTag(root: string, tag: string): void {
  if (git(root, "tag", "--list", tag) === "") return;
  throw new UserError(
    `The tag ${tag} already exists. Choose a higher version, or delete it: git tag --delete ${tag}`,
  );
}

function commitAndTag(root: string, texts: ReadonlyMap<string, string>, version: string, tag: string): void {
  const paths = [...texts.keys()];
  const before = git(root, "rev-parse", "HEAD");
  try {
    for (const [path, text] of texts) writeFileAtomicallySync(join(root, path), text);
    git(root, "add", "--", ...paths);
    git(root, "commit", "--quiet", "--message", version);
    git(root, "tag", "--annotate", tag, "--message", version);
  } catch (error) {
    // Nothing else is lost: all was committed before.
    git(root, "reset", "--quiet", before);
    git(root, "restore", "--", ...paths);
    throw error;
  }
}
