import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blocksOf, commandsOf } from "../../../packages/create-tiphys/src/write/markdown.js";
import { followPage } from "../../test/docs/follow-page.js";
import { readPage } from "../../test/docs/pages.js";
import { dataSets } from "./data-sets.js";
import { cloneTemplate, git, run } from "./fork.js";

// npm ci would take node_modules away, which are links here.
const lines = blocksOf(readPage("docs/how-to/make-it-yours.md"))
  .filter(({ language }) => language === "sh")
  .flatMap(({ text }) => text.trim().split("\n"))
  .filter((line) => line !== "npm ci");

let project: string;
beforeAll(() => {
  project = cloneTemplate();
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

test("the commands of make-it-yours.md work, with the file in the clone", () => {
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
  expect(git(project, "status", "--porcelain", "packages")).toBe("");
});

test("write-a-step.md, followed in that project, gives one that passes npm test, and its commands work", () => {
  const page = readFileSync(join(project, "docs/how-to/write-a-step.md"), "utf8");
  followPage(page, project);

  for (const line of ["npm test", ...commandsOf(page).map(({ line }) => line)]) {
    const { code, output } = run(project, "sh", "-c", line);
    expect(code, `${line}\n${output}`).toBe(0);
  }
});
