import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { followPage, shownFiles } from "./follow-page.js";
import { blocksOf, commandsOf } from "./markdown.js";
import { readPage } from "./pages.js";
import { copyProject } from "./project-copy.js";
import { runCommand, runWithoutNpm } from "./run-command.js";
import { styleErrors } from "./style-errors.js";
import { typeErrors } from "./type-errors.js";

let project: string;

beforeAll(() => {
  project = copyProject();
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

describe("write-a-step.md", () => {
  const page = readPage("docs/how-to/write-a-step.md");
  const commands = commandsOf(page).filter(({ line }) => line.startsWith("npm") || line.startsWith("npx"));

  beforeAll(() => followPage(page, project));

  test("its files compile, and fit into the DAG where the page puts them", async () => {
    expect(await typeErrors(project, [...shownFiles(page).map(({ name }) => name), "src"])).toBe("");
  }, 120_000);

  test("its files pass the formatter and the linter", async () => {
    const files = [...shownFiles(page).map(({ name }) => name), "src/workflow.ts"];
    expect(await styleErrors(project, files)).toBe("");
  }, 120_000);

  test("its commands work one after the other", async () => {
    for (const { line } of commands) {
      expect({ line, ...(await runCommand(line, project)) }).toMatchObject({ line, exitCode: 0 });
    }
  }, 240_000);
});

describe("score-new-rows.md", () => {
  const commands = commandsOf(readPage("docs/how-to/score-new-rows.md"))
    .map(({ line }) => line)
    .filter((line) => !line.includes("s3://"));
  const printed: string[] = [];

  test("its commands work one after the other", async () => {
    for (const line of commands) {
      const ended = await runWithoutNpm(line, project);
      expect({ line, ...ended }).toMatchObject({ line, exitCode: 0 });
      printed.push(ended.stdout);
    }
  }, 240_000);

  test("each row has its number, a probability and a class", () => {
    const at = commands.findIndex((line) => line.startsWith("cat "));

    expect(printed[at]).toMatch(/^row,probability,class\n1,0\.\d+,1\n2,0\.\d+,0\n3,0\.\d+,1\n$/);
    expect(printed[at - 1]).toContain("the file's column Outcome is not read");
    expect(printed.at(-1)).toBe("");
  });
});

describe("wire-a-workflow.md", () => {
  const snippets = blocksOf(readPage("docs/how-to/wire-a-workflow.md"))
    .filter(({ language }) => language === "ts")
    .map(({ text }) => text);

  beforeAll(() => {
    writeFileSync(join(project, "wire-a-workflow.ts"), snippets.join("\n"));
    writeFileSync(join(project, "run-all.ts"), runAll);
  });

  test("its snippets compile as one file", async () => {
    expect(await typeErrors(project, ["wire-a-workflow.ts"])).toBe("");
  }, 120_000);

  test("its workflows run, except the one that waits for a person", async () => {
    const { stdout, stderr } = await runWithoutNpm("npx --no tsx run-all.ts", project);
    expect(stderr).not.toContain("Error");
    expect(stdout.trim().split("\n")).toEqual([
      "announced Succeeded",
      "conditional Succeeded",
      "grid Succeeded",
      "improving Succeeded",
      "joined Succeeded",
      "nested Succeeded",
      "ordered Succeeded",
      "patient Succeeded",
      "plain Succeeded",
      "reviewed Incomplete",
      "search Succeeded",
    ]);
  }, 120_000);
});

const runAll = `
import { runWorkflow } from "./packages/workflow/src/local/run-workflow.js";
import * as page from "./wire-a-workflow.js";
for (const workflow of Object.values(page)) {
  const { phase } = await runWorkflow(workflow);
  console.log(workflow.name, phase);
}
`;
