import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bump } from "../bump.js";
import { currentVersions } from "../files-with-version.js";
import { git } from "../git.js";

const source = join(import.meta.dirname, "../../..");
const changelog = "# Changelog\n\n## [Unreleased]\n\n- A better model.\n";
const manifests = ["argo-lint", "ml", "workflow", "create-tiphys"].map(
  (name) => `packages/${name}/package.json`,
);
const files = ["package.json", "package-lock.json", ...manifests];
let root = "";

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "bump-")));
  for (const path of [...files, ".gitignore"])
    cpSync(join(source, path), join(root, path), { recursive: true });
  git(root, "init", "--quiet", "--initial-branch", "main");
  for (const setting of [
    "user.name=me",
    "user.email=me@example.com",
    "commit.gpgsign=false",
    "tag.gpgsign=false",
    "core.hooksPath=.git/hooks",
  ])
    git(root, "config", ...setting.split("="));
  write("CHANGELOG.md", changelog);
  commitAll();
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

function commitAll(): void {
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--message", "changes");
}

/** Runs bump, which has to fail; returns its message, after checking that nothing changed. */
function refused(version: string): string {
  const state = (): unknown => [
    git(root, "rev-parse", "HEAD"),
    git(root, "tag"),
    git(root, "status", "--porcelain"),
    [...files, "CHANGELOG.md"].map(read),
    readdirSync(root),
  ];
  const before = state();
  let message = "";
  try {
    bump(root, version, "2026-01-31");
  } catch (error) {
    message = error instanceof Error ? error.message : "";
  }
  expect(state()).toEqual(before);
  return message;
}

test("every file gets the version, the changelog its section, and the commit a tag", () => {
  const texts = new Map(files.map((path) => [path, read(path)]));
  const before = [...currentVersions(root).values()][0] ?? "";

  expect(bump(root, "7.8.9", "2026-01-31")).toBe("v7.8.9");

  expect([...currentVersions(root)]).toEqual(
    [
      "package.json",
      ...manifests,
      "package-lock.json",
      'package-lock.json, packages[""]',
      'package-lock.json, packages["packages/argo-lint"]',
      'package-lock.json, packages["packages/ml"]',
      'package-lock.json, packages["packages/workflow"]',
      'package-lock.json, packages["packages/create-tiphys"]',
    ].map((place) => [place, "7.8.9"]),
  );
  // Only versions changed.
  for (const [path, text] of texts) {
    const lines = read(path).split("\n");
    const changed = text.split("\n").flatMap((line, i) => (line === lines[i] ? [] : [[line, lines[i]]]));
    expect(changed.length, path).toBe(path === "package-lock.json" ? 6 : 1);
    for (const [own = "", next] of changed) expect(next, path).toBe(own.replace(before, "7.8.9"));
  }
  expect(read("CHANGELOG.md")).toBe(
    "# Changelog\n\n## [Unreleased]\n\n## [7.8.9] - 2026-01-31\n\n- A better model.\n",
  );
  expect(git(root, "describe", "--exact-match")).toBe("v7.8.9");
  expect(git(root, "status", "--porcelain")).toBe("");
  expect(git(root, "show", "--name-only", "--format=%s").split("\n").filter(Boolean)).toEqual(
    ["7.8.9", "CHANGELOG.md", ...files].sort(),
  );
});

test("the current version can be released once, while the changelog has no date for it", () => {
  const [version = ""] = currentVersions(root).values();
  write("CHANGELOG.md", `# Changelog\n\n## [${version}] - unreleased\n\n- All of it.\n`);
  commitAll();

  bump(root, version, "2026-01-31");

  expect(read("CHANGELOG.md")).toContain(`## [${version}] - 2026-01-31\n\n- All of it.\n`);
  git(root, "tag", "--delete", `v${version}`);
  write("CHANGELOG.md", read("CHANGELOG.md").replace("## [Unreleased]\n", "## [Unreleased]\n\n- More.\n"));
  commitAll();
  expect(refused(version)).toContain(`CHANGELOG.md already has a section for version ${version}.`);
});

test.each(["1.2", "v1.2.3", "1.2.3.4", "01.2.3", "1.2.3-01", "minor", "1.2.3+build", "", "1.2.3\n"])(
  "%j is refused: it is not a version",
  (version) => {
    expect(refused(version)).toBe(
      `"${version}" is not a version. Expected three numbers, such as 1.2.3 or 1.2.3-beta.1.`,
    );
  },
);

test.each(["0.0.9", "1.9.10", "2.0.0-beta.1"])("after 2.0.0, the lower version %s is refused", (version) => {
  bump(root, "2.0.0", "2026-01-30");
  expect(refused(version)).toBe(
    `Version ${version} is lower than the current one, 2.0.0. Choose a higher one.`,
  );
});

test.each([
  ["a changed file", () => write("package.json", `${read("package.json")}\n`), " M package.json"],
  ["a new file", () => write("new.ts", ""), "?? new.ts"],
])("%s that is not committed is refused", (_what, change, named) => {
  change();
  expect(refused("7.8.9")).toContain(`Some changes are not committed:\n${named}\n`);
});

test("a changelog without changes is refused, and so is none", () => {
  write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n");
  commitAll();
  expect(refused("7.8.9")).toContain("CHANGELOG.md lists no changes for version 7.8.9.");
  git(root, "rm", "--quiet", "CHANGELOG.md");
  git(root, "commit", "--quiet", "--message", "none");
  expect(() => bump(root, "7.8.9", "2026-01-31")).toThrow("CHANGELOG.md does not exist.");
});

test("different versions are refused, with the places that differ", () => {
  const [version = ""] = currentVersions(root).values();
  write("packages/ml/package.json", read("packages/ml/package.json").replace(version, "9.9.9"));
  commitAll();
  expect(refused("10.0.0")).toContain(
    `package.json has version ${version}, but others differ:\n  packages/ml/package.json: 9.9.9\n`,
  );
});

test("a tag that exists is refused", () => {
  git(root, "tag", "v7.8.9");
  expect(refused("7.8.9")).toContain("The tag v7.8.9 already exists.");
});

test.skipIf(process.platform === "win32")("a commit that a hook refuses leaves everything as it was", () => {
  const hook = join(root, ".git/hooks/pre-commit");
  writeFileSync(hook, "#!/bin/sh\necho not today >&2\nexit 1\n");
  chmodSync(hook, 0o755);
  expect(refused("7.8.9")).toContain("not today");
});

test("a tag that cannot be made leaves everything as it was, also the commit", () => {
  git(root, "config", "tag.gpgsign", "true");
  git(root, "config", "gpg.program", "no-such-program");
  expect(refused("7.8.9")).toContain("git tag --annotate v7.8.9");
});
