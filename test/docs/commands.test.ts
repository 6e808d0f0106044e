import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blocksOf, commandsOf } from "./markdown.js";
import { allPages, packagePages, readPage } from "./pages.js";
import { copyProject, projectRoot } from "./project-copy.js";
import { runCommand, runWithoutNpm } from "./run-command.js";
import { knownElsewhere, notRunElsewhere, runElsewhere, whatItNeeds } from "./run-elsewhere.js";

/** Pages whose commands depend on each other: separate tests run them in sequence. */
const withTestsOfTheirOwn = [
  "README.md",
  "docs/how-to/data-in-s3.md",
  "docs/how-to/export-the-model.md",
  "docs/how-to/from-github-to-a-cluster.md",
  "docs/how-to/score-new-rows.md",
  // Their commands need the packed packages: scripts/pack/test/pages.test.ts runs them.
  "docs/how-to/lint-any-manifest.md",
  "docs/how-to/use-the-packages.md",
  // Its commands need a made project: packages/create-tiphys/test/update/page.test.ts runs git's.
  "docs/how-to/update.md",
  "docs/how-to/write-a-step.md",
  ...packagePages,
];

const shown = allPages().flatMap((page) => commandsOf(readPage(page)).map(({ line }) => ({ page, line })));
const others = shown.filter(({ page }) => !withTestsOfTheirOwn.includes(page));
const inReadme = new Set(shown.flatMap(({ page, line }) => (page === "README.md" ? [line] : [])));
const here = others.filter(
  ({ line }, i) =>
    runElsewhere(line) === undefined &&
    whatItNeeds(line) === undefined &&
    !inReadme.has(line) &&
    others.findIndex((other) => other.line === line) === i,
);
/** One of each kind is run as it is typed: npm takes longer than most of what it starts. */
const asTyped = [/^npm run --silent /, /^npm run /, /^npx --no /].map((kind) =>
  here.find(({ line }) => kind.test(line)),
);
const saysNeed = /\bneeds? (a|an|one|docker|it|helm)\b/;
let project: string;

beforeAll(() => {
  project = copyProject();
  // Files that the page on the linter assumes.
  mkdirSync(join(project, "manifests"));
  cpSync(join(projectRoot, "examples", "coinflip.yaml"), join(project, "manifests", "coinflip.yaml"));
  cpSync(join(projectRoot, "examples", "cron-retraining.yaml"), join(project, "cron.yaml"));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe("every command of the pages that needs only this machine works", () => {
  test.each(here)(
    "$line ($page)",
    async ({ page, line }) => {
      const run = asTyped.some((typed) => typed?.line === line) ? runCommand : runWithoutNpm;
      expect(await run(`${variablesOf(page)}${line}`, project)).toMatchObject({ exitCode: 0 });
    },
    110_000,
  );
});

/** The variables that a page sets for its later commands, except secrets and addresses. */
function variablesOf(page: string): string {
  const lines = commandsOf(readPage(page)).map(({ line }) => line);
  return lines.flatMap((line) => (/^[A-Z]+=[^"$ ]+$/.test(line) ? [`export ${line}; `] : [])).join("");
}

test.each(allPages())("%s says what its commands need, if they need more than this machine", (page) => {
  const needing = shown.filter(
    ({ page: its, line }) => its === page && !line.includes("=") && whatItNeeds(line) !== undefined,
  );
  if (needing.length > 0) expect(saysNeed.test(readPage(page)), page).toBe(true);
});

test("a command in the list of other runners is shown by a page", () => {
  const lines = shown.map(({ line }) => line.replace(/ +#.*$/, ""));
  expect(knownElsewhere.filter((line) => !lines.includes(line))).toEqual([]);
});

test("a command that another file runs is still in that file, and is reported otherwise", () => {
  expect(notRunElsewhere()).toEqual([]);
  expect(
    notRunElsewhere({
      "npm ci": ["package.json", "no such text"],
      "npm test": ["no-such-file", ""],
      "npm start": ["package.json", '"start"'],
    }),
  ).toEqual(["npm ci", "npm test"]);
});

test("every block has a language that the tests know", () => {
  const known = ["console", "diff", "js", "json", "python", "sh", "text", "ts", "yaml"];
  const languages = allPages().flatMap((page) => blocksOf(readPage(page)).map(({ language }) => language));
  expect(languages.filter((language) => !known.includes(language))).toEqual([]);
});
