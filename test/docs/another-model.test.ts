import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { followPage, shownFiles } from "./follow-page.js";
import { readPage } from "./pages.js";
import { copyProject } from "./project-copy.js";
import { runWithoutNpm } from "./run-command.js";
import { styleErrors } from "./style-errors.js";
import { typeErrors } from "./type-errors.js";

const page = readPage("docs/how-to/another-model.md");

let project: string;

beforeAll(() => {
  project = copyProject();
  followPage(page, project);
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

test("a new model is one file and its line: everything compiles", async () => {
  expect(shownFiles(page).map(({ name }) => name)).toEqual(["src/models/gaussian-naive-bayes.ts"]);
  expect(await typeErrors(project, ["src"])).toBe("");
  expect(await styleErrors(project, ["src"])).toBe("");
}, 240_000);

test("the parameter chooses it, and report and metrics are its own", async () => {
  const ended = await runWithoutNpm("npm start -- --set model=gaussian-naive-bayes", project);

  expect(ended).toMatchObject({ exitCode: 0 });
  const html = readFileSync(join(project, "runs/latest/evaluate/page.html"), "utf8");
  expect(html).toContain("Naive Bayes on the Pima Indians Diabetes data");
  expect(html).not.toMatch(/logistic|odds ratio/i);
  // scikit-learn 1.9.1, GaussianNB on the same split.
  expect(ended.stdout).toContain("accuracy  0.7662\nauc       0.8253\n");
}, 300_000);

test("a model without its parts is refused by the compiler", async () => {
  const file = join(project, "src/models/gaussian-naive-bayes.ts");
  const source = readFileSync(file, "utf8");
  writeFileSync(file, source.replace(/^ {2}fromJSON: .*\n/m, ""));

  expect(await typeErrors(project, ["src"])).toContain("Property 'fromJSON' is missing");

  writeFileSync(file, source);
}, 240_000);
