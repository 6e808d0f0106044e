import { expect, test } from "vitest";
import { releaseChangelog } from "../../../src/cli/release/changelog.js";

const changelog = `# Changelog

## [Unreleased]

### Added

- Something.

## [1.0.0] - 2026-01-01

- The first.
`;

test("the unreleased section becomes the version, below a new empty one", () => {
  expect(releaseChangelog(changelog, "1.1.0", "2026-02-03")).toBe(`# Changelog

## [Unreleased]

## [1.1.0] - 2026-02-03

### Added

- Something.

## [1.0.0] - 2026-01-01

- The first.
`);
});

test("a version without a date is unreleased too, whatever version it names", () => {
  const text = "# Changelog\n\n## [0.1.0] - unreleased\n\n- All.\n";
  expect(releaseChangelog(text, "1.0.0", "2026-02-03")).toBe(
    "# Changelog\n\n## [Unreleased]\n\n## [1.0.0] - 2026-02-03\n\n- All.\n",
  );
});

test.each([
  ["no section", "# Changelog\n\n## [1.0.0] - 2026-01-01\n\n- The first.\n", "1.1.0", "## [Unreleased]"],
  [
    "an empty section",
    changelog.replace("- Something.\n", ""),
    "1.1.0",
    "lists no changes for version 1.1.0",
  ],
  ["the version a second time", changelog, "1.0.0", "already has a section for version 1.0.0"],
])("%s is refused", (_what, text, version, message) => {
  expect(() => releaseChangelog(text, version, "2026-02-03")).toThrow(message);
});
