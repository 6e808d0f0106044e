import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blocksOf, commandsOf } from "./markdown.js";
import { allPages, readPage } from "./pages.js";
import { copyProject } from "./project-copy.js";
import { runCommand } from "./run-command.js";
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
  const files = blocksOf(page)
    .filter(({ language }) => language === "ts")
    .map(({ text }) => ({ name: /^\/\/ (\S+)/.exec(text)?.[1] ?? "unnamed.ts", text }));
  const commands = commandsOf(page).filter(({ line }) => line.startsWith("npm") || line.startsWith("npx"));

  beforeAll(() => {
    for (const { name, text } of files) {
      mkdirSync(dirname(join(project, name)), { recursive: true });
      writeFileSync(join(project, name), text);
    }
    for (const { language, text } of blocksOf(page)) if (language === "diff") applyDiff(text);
  });

  test("its files compile, and fit into the DAG where the page puts them", async () => {
    expect(await typeErrors(project, [...files.map(({ name }) => name), "src"])).toBe("");
  }, 120_000);

  test("its commands work one after the other", async () => {
    for (const { line } of commands) {
      expect({ line, ...(await runCommand(line, project)) }).toMatchObject({ line, exitCode: 0 });
    }
  }, 240_000);
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

  test("its workflows run, but for the one that waits for a person", async () => {
    const { stdout, stderr } = await runCommand("npx --no tsx run-all.ts", project);
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

describe.each(pagesOfCluster())("%s", (path) => {
  const page = readPage(path);
  const files = blocksOf(page)
    .filter(({ language }) => language === "ts")
    .map(({ text }, i) => ({ name: `${basename(path, ".md")}-${i}.ts`, text }));

  test("its files compile", async () => {
    for (const { name, text } of files) writeFileSync(join(project, name), text);
    const names = files.map(({ name }) => name);
    expect(names.length === 0 ? "" : await typeErrors(project, names)).toBe("");
  }, 120_000);
});

/** Pages whose blocks are each a file of its own, and that speak of the cluster. */
function pagesOfCluster(): string[] {
  const others = ["explore.md", "wire-a-workflow.md", "write-a-step.md"];
  return allPages().filter((path) => path.startsWith("docs/how-to/") && !others.includes(basename(path)));
}

const runAll = `
import { runWorkflow } from "./packages/workflow/src/local/run-workflow.js";
import * as page from "./wire-a-workflow.js";
for (const workflow of Object.values(page)) {
  const { phase } = await runWorkflow(workflow);
  console.log(workflow.name, phase);
}
`;

/** Applies a block as it stands in the page: the file's name, then its lines with " ", "-" or "+" before them. */
function applyDiff(text: string): void {
  const [head = "", ...lines] = text.trimEnd().split("\n");
  const file = join(project, head.replace("--- ", ""));
  const side = (marks: string): string =>
    lines
      .filter((line) => marks.includes(line.charAt(0)))
      .map((line) => line.slice(1))
      .join("\n");
  const before = readFileSync(file, "utf8");
  expect(before).toContain(side(" -"));
  writeFileSync(file, before.replace(side(" -"), side(" +")));
}
