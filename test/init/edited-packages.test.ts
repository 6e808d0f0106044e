import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { editedPackages } from "../../engine-update/edited-packages.js";
import { tempDir } from "../project.js";

function git(folder: string, ...args: string[]): void {
  const person = ["-c", "user.name=somebody", "-c", "user.email=somebody@example.org"];
  execFileSync("git", [...person, "-c", "core.hooksPath=/dev/null", ...args], {
    cwd: folder,
    stdio: "ignore",
  });
}

function commit(folder: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", "all");
}

/** A template of three files, committed. */
function template(): string {
  const folder = tempDir();
  mkdirSync(join(folder, "packages/ml/a folder"), { recursive: true });
  writeFileSync(join(folder, "packages/engine-files.json"), "{}\n");
  writeFileSync(join(folder, "packages/ml/a.ts"), "a\n");
  writeFileSync(join(folder, "packages/ml/a folder/b.ts"), "b\n");
  git(folder, "init", "--quiet");
  commit(folder);
  return folder;
}

test("names what was edited and added below packages, though it is committed, and nothing else", () => {
  const source = template();
  const project = tempDir();
  cpSync(source, project, { recursive: true });
  appendFileSync(join(project, "packages/ml/a folder/b.ts"), "mine\n");
  writeFileSync(join(project, "packages/ml/mine.ts"), "mine\n");
  writeFileSync(join(project, "other.ts"), "mine\n");
  commit(project);
  appendFileSync(join(source, "packages/ml/a.ts"), "later\n");
  commit(source);

  expect(editedPackages(project, source)).toEqual(["packages/ml/a folder/b.ts", "packages/ml/mine.ts"]);
});

test("does not name what the template itself changed after its list of files", () => {
  const source = template();
  appendFileSync(join(source, "packages/ml/a.ts"), "the template's\n");
  commit(source);
  const project = tempDir();
  cpSync(source, project, { recursive: true });

  expect(editedPackages(project, source)).toEqual([]);
});

test("without a history there is nothing to name", () => {
  expect(editedPackages(tempDir(), template())).toEqual([]);
});
