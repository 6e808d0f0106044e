import { UserError } from "../../definition/errors.js";

/** `## [Unreleased]`, or a version without a date: `## [0.1.0] - unreleased`. */
const unreleasedHeading = /^## +\[?(?:unreleased|[^\]\n]*\]? +- +unreleased)\]?[ \t]*$/im;

/**
 * Turns the unreleased section of a changelog into a version, below a new empty unreleased section.
 * @param version without v
 * @param date as YYYY-MM-DD
 * @see Keep a Changelog 1.1.0
 * @throws {UserError} if there is no unreleased section, it is empty, or the version already has a section
 */
export function releaseChangelog(text: string, version: string, date: string): string {
  const heading = unreleasedHeading.exec(text);
  if (heading === null) {
    throw new UserError(
      "CHANGELOG.md has no section for unreleased changes. Add this heading above the newest version, and list the changes below it: ## [Unreleased]",
    );
  }
  const rest = text.slice(heading.index + heading[0].length);
  const section = rest.slice(0, /^## /m.exec(rest)?.index ?? rest.length);
  if (!/^[ \t]*[-*+] \S/m.test(section)) {
    throw new UserError(
      `CHANGELOG.md lists no changes for version ${version}. List them below "${heading[0].trim()}", each on a line that begins with "- ".`,
    );
  }
  const others = text.slice(0, heading.index) + rest;
  if (
    others.split("\n").some((line) => line.startsWith(`## [${version}]`) || line.startsWith(`## ${version} `))
  ) {
    throw new UserError(`CHANGELOG.md already has a section for version ${version}. Choose another version.`);
  }
  return `${text.slice(0, heading.index)}## [Unreleased]\n\n## [${version}] - ${date}${rest}`;
}
