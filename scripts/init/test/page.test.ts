import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { followPage } from "../../../test/docs/follow-page.js";
import { blocksOf, commandsOf } from "../../../test/docs/markdown.js";
import { readPage } from "../../../test/docs/pages.js";
import { dataSets } from "../../pack/test/data-sets.js";
import { cloneTemplate, git, run } from "./fork.js";

// It is installed already.
const lines = blocksOf(readPage("docs/how-to/make-it-yours.md"))
  .filter(({ language, text }) => language === "sh" && text.includes("npm run init"))
  .flatMap(({ text }) => text.trim().split("\n"))
  .filter((line) => line !== "npm ci");

let project: string;
beforeAll(() => {
  project = cloneTemplate();
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

test("the commands of make-it-yours.md work in a clone, with the user's file in it", () => {
  const text = dataSets.find(({ target }) => target === "churned")?.text ?? "";
  writeFileSync(join(project, "churn.csv"), text);
  expect(lines).toEqual([
    "npm run init -- --data churn.csv --target churned --name churn",
    "npm test && npm start",
  ]);

  for (const line of lines) {
    const { code, output } = run(project, "sh", "-c", line);
    expect(code, output).toBe(0);
  }

  expect(readFileSync(join(project, "churn.csv"), "utf8")).toBe(text);
  expect(readFileSync(join(project, "runs/latest/evaluate/page.html"), "utf8")).toContain("churned: yes");
  git(project, "add", "--all");
  const tracked = git(project, "ls-files").trim().split("\n");
  // With the user's own copy of the data.
  expect(tracked.length).toBeLessThanOrEqual(71);
  expect(existsSync(join(project, "packages"))).toBe(false);
});

test("write-a-step.md, followed in that project, gives one that passes npm test, and its commands work", () => {
  const page = readFileSync(join(project, "docs/how-to/write-a-step.md"), "utf8");
  followPage(page, project);

  for (const line of ["npm test", ...commandsOf(page).map(({ line }) => line)]) {
    const { code, output } = run(project, "sh", "-c", line);
    expect(code, `${line}\n${output}`).toBe(0);
  }
});
