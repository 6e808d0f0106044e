import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Change } from "../../engine-update/apply-changes.js";
import { checkNoDataLoss } from "../../init/check-no-data-loss.js";
import { projectFiles } from "../../init/project-files.js";
import { tempDir } from "../project.js";

const project = { name: "churn", image: "me/churn", data: undefined, keepExamples: false };

/** A work tree of git in which these files are committed, or at least added, and those are not. */
function workTree(known: readonly string[], unknown: readonly string[]): string {
  const root = tempDir();
  const git = (...args: string[]): Buffer => execFileSync("git", args, { cwd: root });
  const write = (path: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `this is ${path}`);
  };
  git("init", "--quiet");
  for (const path of ["package.json", ".gitignore", ...known]) write(path);
  git("add", "--all");
  for (const path of unknown) write(path);
  return root;
}

test("an untracked file does not belong to the template", () => {
  const root = workTree(["bench/run.ts"], ["bench/churn.csv", "test/later.tsv"]);

  expect(projectFiles(root)).toEqual([".gitignore", "bench/run.ts", "package.json"]);
  expect(projectFiles(root, "all")).toContain("bench/churn.csv");
});

test("a folder that a work tree around it does not know is read as it is", () => {
  const root = workTree([], ["inner/package.json", "inner/src/a.ts"]);

  expect(projectFiles(join(root, "inner"))).toEqual(["package.json", "src/a.ts"]);
});

test.each<[string, string, Change]>([
  ["another file of the user's", "data/churn.csv", { text: "a,b\n" }],
  ["a file below a folder that goes", "init", "removed"],
])("%s is not replaced or removed", (_what, path, change) => {
  const root = workTree(["init/main.ts"], ["data/churn.csv", "init/mine.csv"]);

  expect(() => checkNoDataLoss(root, project, new Map([[path, change]]))).toThrow(
    path === "init"
      ? "Untracked files would be replaced or removed, and lost: init/mine.csv. Move it to another folder first, or run with --force."
      : ": data/churn.csv. Move it to another folder first",
  );
});

test("a template that git does not know is to be committed first, and not all of its files are named", () => {
  const files = ["package.json", "a.ts", "b.ts", "c.ts", "d.ts", "e.ts"];
  const root = workTree([], files);
  execFileSync("git", ["rm", "--quiet", "--cached", "package.json"], { cwd: root });
  const changes = new Map(files.map((path): [string, Change] => [path, { text: "new" }]));

  expect(() => checkNoDataLoss(root, project, changes)).toThrow(
    /lost: (\S+, ){5}…\. Commit the template first \(git init, git add --all, git commit\), or run with --force\.$/,
  );
});

test("files that are replaced by equal bytes, tracked, or created by a desktop do not prevent it", () => {
  const root = workTree(["README.md", "init/main.ts"], ["data/churn.csv", "init/.DS_Store"]);
  const changes = new Map<string, Change>([
    ["data/churn.csv", { copyOf: join(root, "data/churn.csv") }],
    ["README.md", { text: "new" }],
    ["init", "removed"],
  ]);

  expect(() => checkNoDataLoss(root, project, changes)).not.toThrow();
});
