import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError, UserError } from "../../definition/errors.js";
import { writeFileAtomicallySync } from "../../files/write-atomically.js";
import { projectRoot } from "../project/project-root.js";
import { releaseChangelog } from "./changelog.js";

/**
 * Turns the unreleased section of the changelog into the new version. npm calls it in `npm version`, between setting the
 * version in package.json and the commit.
 * @throws {UserError} if the changelog cannot be changed, with the command that takes the new version back
 */
export function startChangelog(): void {
  const { npm_package_version: version, npm_lifecycle_event: event } = process.env;
  if (version === undefined || event !== "version") {
    throw new UsageError("npm runs this command. Run: npm version minor (or major, patch, 1.2.3)");
  }
  try {
    changeAndStage(join(projectRoot(), "CHANGELOG.md"), version);
  } catch (error) {
    throw new UserError(
      `${error instanceof Error ? error.message : error}
No commit and no tag were made. Undo the new version with: git checkout package.json package-lock.json`,
      { cause: error },
    );
  }
  console.error("\nPublish it with: git push --follow-tags");
}

function changeAndStage(file: string, version: string): void {
  if (!existsSync(file)) return;
  writeFileAtomicallySync(file, releaseChangelog(readFileSync(file, "utf8"), version, today()));
  const { status, stderr } = spawnSync("git", ["add", file], { cwd: projectRoot(), encoding: "utf8" });
  if (status !== 0) throw new UserError(`git add ${file} failed: ${stderr.trim()}`);
}

/** In UTC, as YYYY-MM-DD. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
