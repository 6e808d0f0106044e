import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blocksOf } from "./markdown.js";
import { allPages, readPage } from "./pages.js";
import { copyProject, projectRoot } from "./project-copy.js";
import { styleErrors } from "./style-errors.js";
import { typeErrors } from "./type-errors.js";

/** Pages whose blocks quote a source file, whose path is in the first line: they are compared with it. */
const quoting = ["README.md"];

/** Pages whose blocks together are one file. */
const joined = ["docs/how-to/wire-a-workflow.md"];

/** Pages with one file or edit per block, and the test that applies them to a project. */
const followed: Readonly<Record<string, string>> = {
  "docs/how-to/another-model.md": "test/docs/another-model.test.ts",
  "docs/how-to/use-the-packages.md": "scripts/pack/test/pages.test.ts",
  "docs/how-to/write-a-step.md": "test/docs/how-to.test.ts",
};

const blocks = allPages().flatMap((page) =>
  blocksOf(readPage(page))
    .filter(({ language }) => language === "ts")
    .map(({ text }, i) => ({ page, i, text })),
);
const files = [
  ...joined.map((page) => ({
    name: nameOf(page, 0),
    text: blocks
      .filter((block) => block.page === page)
      .map(({ text }) => text)
      .join("\n"),
  })),
  ...blocks
    .filter(({ page }) => !quoting.includes(page) && !joined.includes(page) && !(page in followed))
    .map(({ page, i, text }) => ({ name: /^\/\/ (\S+\.ts)\n/.exec(text)?.[1] ?? nameOf(page, i), text })),
];
let project: string;

beforeAll(() => {
  project = copyProject();
  for (const { name, text } of files) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function nameOf(page: string, i: number): string {
  return `page-${basename(page, ".md")}-${i}.ts`;
}

test("the code of the pages compiles", async () => {
  const names = files.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(15);
  expect(await typeErrors(project, names)).toBe("");
}, 120_000);

test("the code of the pages passes the formatter and the linter", async () => {
  const names = files.map(({ name }) => name);
  expect(await styleErrors(project, names)).toBe("");
}, 120_000);

test.each(blocks.filter(({ page }) => quoting.includes(page)))(
  "$page quotes its source: $text",
  ({ text }) => {
    const [, path = "", excerpt = ""] = /^\/\/ (\S+)\n(.*)$/s.exec(text) ?? [];
    expect(readFileSync(join(projectRoot, path), "utf8")).toContain(excerpt.trimEnd());
  },
);

test.each(Object.entries(followed))("%s is followed by %s", (page, file) => {
  expect(readFileSync(join(projectRoot, file), "utf8")).toContain(`readPage("${page}")`);
});

test("no block of code is hidden from the tests by its indentation or its fence", () => {
  const hidden = allPages().filter((page) => /^([ \t>]+```|[ \t>]*~~~|````)/m.test(readPage(page)));
  expect(hidden).toEqual([]);
});

test("the lists above name only pages that exist and have code", () => {
  const pages = new Set(blocks.map(({ page }) => page));
  expect([...quoting, ...joined, ...Object.keys(followed)].filter((page) => !pages.has(page))).toEqual([]);
});
