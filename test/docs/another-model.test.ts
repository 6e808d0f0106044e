import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyDiff, shownFiles } from "./follow-page.js";
import { blocksOf } from "./markdown.js";
import { readPage } from "./pages.js";
import { copyProject } from "./project-copy.js";
import { runWithoutNpm } from "./run-command.js";
import { styleErrors } from "./style-errors.js";
import { typeErrors } from "./type-errors.js";

const page = readPage("docs/how-to/another-model.md");
const blocks = blocksOf(page);
const files = shownFiles(page);
const diffs = blocks.filter(({ language }) => language === "diff").map(({ text }) => text);
const ofChoice = (diff: string) => diff.startsWith("--- src/classifier.ts");

let project: string;

beforeAll(() => {
  project = copyProject();
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

function write(name: string): void {
  writeFileSync(join(project, name), files.find((file) => file.name === name)?.text ?? "");
}

test("with another model in classifier.ts the compiler reports each file that needs a change", async () => {
  write("src/gaussian-naive-bayes.ts");
  for (const diff of diffs.filter(ofChoice)) applyDiff(diff, project);

  const errors = await typeErrors(project, ["src"]);

  const places = new Set(Array.from(errors.matchAll(/^(src\S+)\(/gm), ([, file]) => file));
  expect([...places].sort()).toEqual([
    "src/evaluation/describe-coefficients.ts",
    "src/evaluation/describe-model.ts",
    "src/model-export.ts",
    "src/steps/model-training.ts",
  ]);
}, 240_000);

test("with the page's changes everything compiles, and report and descriptions have the model's name", async () => {
  for (const diff of diffs.filter((each) => !ofChoice(each))) applyDiff(diff, project);
  write("src/evaluation/describe-model.ts");
  for (const name of ["describe-coefficients.ts", "why-undetermined.ts"])
    rmSync(join(project, "src/evaluation", name));
  rmSync(join(project, "src/model-export.ts"));

  expect(await typeErrors(project, ["src"])).toBe("");
  expect(await styleErrors(project, ["src"])).toBe("");
  const ended = await runWithoutNpm("npm start", project);

  expect(ended).toMatchObject({ exitCode: 0 });
  const html = readFileSync(join(project, "runs/latest/evaluate/page.html"), "utf8");
  expect(html).toContain("Naive Bayes on the Pima Indians Diabetes data");
  expect(html).not.toMatch(/logistic|odds ratio/i);
  // scikit-learn 1.9.1, GaussianNB on the same split.
  expect(ended.stdout).toContain("accuracy  0.7662\nauc       0.8253\n");
  const described = await runWithoutNpm("npm run describe", project);
  expect(described.stdout).toContain("Trains a naive Bayes and stores it");
}, 300_000);
