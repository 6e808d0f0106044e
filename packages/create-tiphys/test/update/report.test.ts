import { expect, test } from "vitest";
import { formatUpdateReport, type UpdateReport } from "../../src/update/report.js";

const nothing: UpdateReport = {
  versions: { from: "0.1.0", to: "0.2.0" },
  migrations: [],
  conflicts: [],
  updated: [],
  merged: [],
  added: [],
  removed: [],
  moved: [],
  keptRemoved: [],
  keptEntries: [],
};

test("conflicts come first, with what to do", () => {
  const lines = formatUpdateReport({
    versions: nothing.versions,
    migrations: ["src/main.ts moved to src/cli.ts"],
    conflicts: [
      { path: "src/workflow.ts", kind: "lines" },
      { path: "README.md", kind: "removed-by-template" },
    ],
    updated: [".tiphys.json", "Dockerfile"],
    merged: ["biome.json"],
    added: ["docs/how-to/update.md"],
    removed: ["test/old.test.ts"],
    moved: [{ from: "src/a.ts", to: "src/b.ts" }],
    keptRemoved: ["CHANGELOG.md"],
    keptEntries: [{ entry: "scripts.test", yours: '"vitest"', template: undefined }],
  });
  expect(lines).toEqual([
    "The project's files were updated from template 0.1.0 to 0.2.0.",
    "2 files have conflicts (markers: yours, template 0.2.0):",
    "  src/workflow.ts: both changed the same lines: fix the markers, then git add",
    "  README.md: the template removed it, you changed it: git add to keep it, or git rm",
    "package.json: both changed these entries, and yours are kept:",
    '  scripts.test: yours is "vitest", the template\'s removed',
    "updated: .tiphys.json, Dockerfile",
    "merged with your edits: biome.json",
    "added: docs/how-to/update.md",
    "moved: src/a.ts to src/b.ts",
    "removed: test/old.test.ts",
    "removed by you, changed by the template, not added again: CHANGELOG.md",
    "migrations: src/main.ts moved to src/cli.ts",
    "Nothing is committed. To undo the update: git reset --hard",
  ]);
});

test("a large update fits on a screen", () => {
  const many = Array.from({ length: 66 }, (_, i) => `src/${i}.ts`);
  const lines = formatUpdateReport({
    ...nothing,
    conflicts: many.map((path) => ({ path, kind: "lines" })),
    updated: many,
    keptEntries: many.map((entry) => ({ entry, yours: "1", template: "2" })),
  });
  expect(lines.length).toBeLessThanOrEqual(32);
  expect(lines).toContain("  and 54 more (git status lists them)");
  expect(lines).toContain(
    "updated: src/0.ts, src/1.ts, src/2.ts, src/3.ts, src/4.ts, src/5.ts and 60 more (git status lists them)",
  );
});

test("without changes the report is one line", () => {
  expect(formatUpdateReport(nothing)).toEqual([
    "Nothing to change: the project's files are as in template 0.2.0.",
  ]);
});
