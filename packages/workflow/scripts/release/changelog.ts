import { UserError } from "../../src/definition/errors.js";

/** `## [Unreleased]`, or a version whose date is not there yet: `## [0.1.0] - unreleased`. */
const unreleasedHeading = /^## +\[?(?:unreleased|[^\]\n]*\]? +- +unreleased)\]?[ \t]*$/im;

/**
 * A changelog in which what was unreleased is a version of its own, below an empty section for what comes next.
 * @param version without v
 * @param date as YYYY-MM-DD
 * @see Keep a Changelog 1.1.0
 * @throws {UserError} if there is no such section, it says nothing, or the version has a section already
 */
export function releaseChangelog(text: string, version: string, date: string): string {
  const heading = unreleasedHeading.exec(text);
  if (heading === null) {
    throw new UserError(
      "CHANGELOG.md has no section for what is not released yet. Put this above the newest version, and below it what changed: ## [Unreleased]",
    );
  }
  const rest = text.slice(heading.index + heading[0].length);
  const section = rest.slice(0, /^## /m.exec(rest)?.index ?? rest.length);
  if (!/^[ \t]*[-*+] \S/m.test(section)) {
    throw new UserError(
      `CHANGELOG.md says nothing of version ${version}. List what changed below "${heading[0].trim()}", each as a line that begins with "- ".`,
    );
  }
  const others = text.slice(0, heading.index) + rest;
  if (
    others.split("\n").some((line) => line.startsWith(`## [${version}]`) || line.startsWith(`## ${version} `))
  ) {
    throw new UserError(`CHANGELOG.md has a section of version ${version} already. Choose another version.`);
  }
  return `${text.slice(0, heading.index)}## [Unreleased]\n\n## [${version}] - ${date}${rest}`;
}
