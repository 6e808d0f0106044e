import { expect, test } from "vitest";
import { checkTag } from "../check-tag.js";

const changelog = `# Changelog

## [Unreleased]

- Later.

## [0.2.0] - 2026-01-31

### Added

- A better model.

## [0.1.1] - 2026-01-30

## [0.1.0] - unreleased

- The first one.
`;

test("a tag fits that is the version, if the changelog has a dated section with changes", () => {
  expect(() => checkTag("v0.2.0", "0.2.0", changelog)).not.toThrow();
});

test.each([
  ["v0.3.0", "0.2.0", "The tag is v0.3.0, but the packages have version 0.2.0. Expected v0.2.0."],
  ["0.2.0", "0.2.0", "Expected v0.2.0."],
  ["main", "0.2.0", "npm run bump -- 1.2.3"],
  ["v0.2", "0.2", "CHANGELOG.md has no section for version 0.2."],
  ["v0.1.1", "0.1.1", "CHANGELOG.md lists no changes for version 0.1.1."],
  [
    "v0.1.0",
    "0.1.0",
    "CHANGELOG.md has no section for version 0.1.0. Expected a heading such as: ## [0.1.0] - ",
  ],
])("the tag %s of version %s is refused", (tag, version, message) => {
  expect(() => checkTag(tag, version, changelog)).toThrow(message);
});
