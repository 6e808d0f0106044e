import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blocksOf, commandsOf } from "./markdown.js";
import { readPage } from "./pages.js";
import { copyProject } from "./project-copy.js";
import { type Ended, runCommand, runWithoutNpm } from "./run-command.js";

/** Commands of the README that are not run here, with the reason. */
const notRun: Readonly<Record<string, string>> = {
  "npm ci": "CI starts with it, and it would delete node_modules during the tests",
  "npm test": "it is what runs this test",
  "npm run check": "npm test begins with it",
  "npm create tiphys@latest churn -- --data churn.csv --target churned":
    "npm run test:packages makes a project with it, from a registry",
  "npm run init -- --data churn.csv --target churned": "npm run test:init makes a project with it",
  "npm run fix": "npm run check says whether there is anything to fix",
  "npm run coverage": "it runs the tests once more",
  "npm run bench": "it takes minutes, and installs Python packages",
  "docker build -t ghcr.io/your-name/diabetes-pipeline:0.1.0 .     # needs docker": "it needs docker",
  "docker push ghcr.io/your-name/diabetes-pipeline:0.1.0           # needs a registry": "it needs a registry",
  "argo submit --watch workflow.yaml                               # needs a cluster":
    "it needs a cluster; npm run e2e submits manifests to one",
};

const readme = readPage("README.md");
const commands = commandsOf(readme).filter(({ line }) => !(line in notRun));
const ended = new Map<string, Ended>();
let project: string;

beforeAll(async () => {
  project = copyProject();
  for (const { line, output } of commands) {
    // What is shown with its output is run as it is typed.
    const run = line === "npm start" || output !== undefined ? runCommand : runWithoutNpm;
    ended.set(line, await run(line, project));
  }
}, 300_000);

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

test("is shorter than 200 lines", () => {
  expect(readme.split("\n").length).toBeLessThan(200);
});

test("the list of commands that are not run has only commands of the README", () => {
  const shown = commandsOf(readme).map(({ line }) => line);
  expect(Object.keys(notRun).filter((line) => !shown.includes(line))).toEqual([]);
});

describe("every command works as shown", () => {
  test.each(commands.filter(({ output }) => output === undefined))("$line", ({ line }) => {
    expect(ended.get(line)).toMatchObject({ exitCode: 0 });
  });

  test.each(commands.filter(({ output }) => output !== undefined))("$line", ({ line, output }) => {
    const { stdout = "", stderr = "" } = ended.get(line) ?? {};
    expect(`${stdout}${stderr}`.trim()).toBe(output);
  });
});

test("shows what npm start prints", () => {
  const { stdout = "" } = ended.get("npm start") ?? {};
  expect(withoutTimes(stdout)).toContain(withoutTimes(textBlock("STEP")));
});

test("shows the compiler's error for a wiring error", async () => {
  const file = join(project, "src", "workflow.ts");
  const right = readFileSync(file, "utf8");
  writeFileSync(file, right.replace("{ model, xTest: scaled.xTest }", "{ model, xTest: data.yTest }"));
  const { stdout } = await runWithoutNpm("npx --no tsc --singleThreaded", project);
  writeFileSync(file, right);
  expect(withoutPlaces(stdout)).toContain(withoutPlaces(textBlock("src/workflow.ts").trim()));
}, 120_000);

test("shows the error message for an invalid cell", async () => {
  const file = join(project, "data", "diabetes.csv");
  const right = readFileSync(file, "utf8");
  const rows = right.split("\n");
  rows[16] = (rows[16] ?? "").replace(/^(\d+),\d+/, "$1,12O");
  writeFileSync(file, rows.join("\n"));
  const { exitCode, stderr } = await runWithoutNpm("npm start", project);
  writeFileSync(file, right);
  expect(stderr).toContain(textBlock("load-and-split-dataset").trim());
  expect(exitCode).toBe(1);
}, 120_000);

function textBlock(start: string): string {
  const found = blocksOf(readme).find(({ language, text }) => language === "text" && text.startsWith(start));
  return found?.text ?? `a block that begins with ${start}`;
}

function withoutTimes(text: string): string {
  return text.replaceAll(/ [\d.]+m?s\b/g, " ").replaceAll(/\s+/g, " ");
}

function withoutPlaces(text: string): string {
  return text.replaceAll(/\(\d+,\d+\)/g, "");
}
