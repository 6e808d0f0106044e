import { UserError } from "@tiphys/workflow";

/**
 * Checks that packages of a version can be published from a tag.
 * @param tag such as `v1.2.3`
 * @param version of all packages
 * @param changelog text of the changelog
 * @throws {UserError} if the tag is not the version, or the changelog has no section with changes for it
 */
export function checkTag(tag: string, version: string, changelog: string): void {
  if (tag !== `v${version}`) {
    throw new UserError(
      `The tag is ${tag}, but the packages have version ${version}. Expected v${version}. Delete the tag, and let npm run bump set both:
  git push --delete origin ${tag} && git tag --delete ${tag}
  npm run bump -- ${/^v?(\d.*)$/.exec(tag)?.[1] ?? "1.2.3"} && git push --follow-tags`,
    );
  }
  const section = datedSection(changelog, version);
  if (section === undefined) {
    throw new UserError(
      `CHANGELOG.md has no section for version ${version}. Expected a heading such as: ## [${version}] - 2026-01-31`,
    );
  }
  if (!/^[ \t]*[-*+] \S/m.test(section)) {
    throw new UserError(
      `CHANGELOG.md lists no changes for version ${version}. Expected at least one line below its heading that begins with "- ".`,
    );
  }
}

/** The text below a version's heading; undefined if there is no heading with a date. */
function datedSection(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^(?=## )/m);
  const found = sections.find((section) => section.startsWith(`## [${version}] - `));
  const [heading = "", ...lines] = found?.split("\n") ?? [];
  return /- \d{4}-\d{2}-\d{2}\s*$/.test(heading) ? lines.join("\n") : undefined;
}
