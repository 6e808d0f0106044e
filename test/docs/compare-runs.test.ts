import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { followPage, shownFiles } from "./follow-page.js";
import { readPage } from "./pages.js";
import { copyProject } from "./project-copy.js";
import { styleErrors } from "./style-errors.js";
import { typeErrors } from "./type-errors.js";

const page = readPage("docs/how-to/compare-runs.md");
const files = shownFiles(page).map(({ name }) => name);
let project: string;

beforeAll(() => {
  project = copyProject();
  followPage(page, project);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

test("the other comparison compiles, and passes the formatter and the linter", async () => {
  expect(files).toEqual(["compare-losses.ts"]);
  expect(await typeErrors(project, [...files, "src"])).toBe("");
  expect(await styleErrors(project, files)).toBe("");
}, 120_000);
