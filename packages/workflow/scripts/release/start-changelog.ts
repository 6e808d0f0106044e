// npm runs this in `npm version`, between setting the version in package.json and the commit. It turns the unreleased section
// of the changelog into that version.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { reportError } from "../../src/cli/process/report-error.js";
import { projectRoot } from "../../src/cli/project/project-root.js";
import { UsageError, UserError } from "../../src/definition/errors.js";
import { writeFileAtomicallySync } from "../../src/files/write-atomically.js";
import { releaseChangelog } from "./changelog.js";

try {
  const version = process.env.npm_package_version;
  if (version === undefined || process.env.npm_lifecycle_event !== "version") {
    throw new UsageError("npm runs this script. Run: npm version minor (or major, patch, 1.2.3)");
  }
  const file = join(projectRoot(), "CHANGELOG.md");
  if (existsSync(file)) {
    writeFileAtomicallySync(file, releaseChangelog(readFileSync(file, "utf8"), version, today()));
    const { status, stderr } = spawnSync("git", ["add", "CHANGELOG.md"], {
      cwd: projectRoot(),
      encoding: "utf8",
    });
    if (status !== 0) throw new UserError(`git add CHANGELOG.md failed: ${stderr.trim()}`);
  }
  console.error(`\nPublish it with: git push --follow-tags`);
} catch (error) {
  reportError(error, false);
  console.error(
    "No commit and no tag were made. Undo the new version with: git checkout package.json package-lock.json",
  );
  process.exitCode = 1;
}

/** In UTC, as YYYY-MM-DD. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
