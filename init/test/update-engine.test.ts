import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blocksOf } from "../../test/docs/markdown.js";
import { readPage } from "../../test/docs/pages.js";
import { dataSets } from "./data-sets.js";
import { cloneTemplate, commit, git, init, run, writeData } from "./fork.js";

let project: string;
let later: string;
let output: string;

beforeAll(() => {
  project = makeEditedProject();
  later = makeLaterVersion();
  // npm install would take node_modules away, which are links here; npm test comes later.
  const [block] = blocksOf(readPage("docs/how-to/update-the-engine.md"));
  const [line = ""] = block?.text.split("\n") ?? [];
  expect(line).toMatch(/^npm run update-engine -- --from \.\.\/newer-template /);
  ({ output } = run(project, "sh", "-c", line.replace("../newer-template", later)));
});
afterAll(() => {
  for (const folder of [project, later]) rmSync(folder, { recursive: true, force: true });
});

function makeEditedProject(): string {
  const made = cloneTemplate();
  const [data] = dataSets;
  run(made, "npm", "run", "engine-files");
  commit(made);
  init(made, "--data", writeData(made, data?.text ?? ""), "--target", data?.target ?? "", "--name", "edited");
  appendFileSync(join(made, "src/require-numeric.ts"), "\nexport const mine = 1;\n");
  appendFileSync(join(made, "Dockerfile"), "# mine\n");
  edit(made, "tsconfig.json", (text) =>
    text.replace('"noEmit": true', '"noEmit": true,\n    "removeComments": true'),
  );
  edit(made, "package.json", (text) =>
    text.replace('"test:watch": "vitest', '"mine": "node mine.js", "test:watch": "vitest --watch'),
  );
  rmSync(join(made, ".editorconfig"));
  appendFileSync(join(made, "packages/ml/src/index.ts"), "export const mine = true;\n");
  commit(made);
  return made;
}

function makeLaterVersion(): string {
  const made = cloneTemplate();
  writeFileSync(join(made, "packages/VERSION"), "99.0.0\n");
  appendFileSync(join(made, "packages/ml/src/index.ts"), "export const later = true;\n");
  appendFileSync(join(made, "Dockerfile"), "# later\n");
  appendFileSync(join(made, ".npmrc"), "loglevel=warn\n");
  appendFileSync(join(made, ".editorconfig"), "# later\n");
  edit(made, "package.json", (text) =>
    text
      .replace('"fix": "biome check --write"', '"fix": "biome check --write --unsafe"')
      .replace('&& vitest run"', '&& vitest run --passWithNoTests"')
      .replace('"test:watch": "vitest"', '"test:watch": "vitest watch"'),
  );
  run(made, "npm", "run", "engine-files");
  commit(made);
  return made;
}

function edit(folder: string, path: string, change: (text: string) => string): void {
  const text = readFileSync(join(folder, path), "utf8");
  expect(change(text)).not.toBe(text);
  writeFileSync(join(folder, path), change(text));
}

function read(path: string): string {
  return readFileSync(join(project, path), "utf8");
}

test("replaces packages, and files that were not edited", () => {
  expect(output).toMatch(/^packages\/ was updated from \d+\.\d+\.\d+ to 99\.0\.0\. /m);
  expect(read("packages/VERSION")).toBe("99.0.0\n");
  expect(output).toContain("edited by you, and replaced: packages/ml/src/index.ts\n");
  expect(output).toContain("git show HEAD:./packages/ml/src/index.ts");
  expect(read("packages/ml/src/index.ts")).toContain("export const later = true;");
  expect(read(".npmrc")).toContain("loglevel=warn");
});

test("keeps every edit, and shows the engine's changes of edited files as a patch that applies", () => {
  expect(read("src/require-numeric.ts")).toContain("export const mine = 1;");
  expect(read("tsconfig.json")).toContain("removeComments");
  expect(read("Dockerfile")).toMatch(/# mine\n$/);
  expect(read("Dockerfile")).not.toContain("# later");
  expect(existsSync(join(project, ".editorconfig"))).toBe(false);
  expect(output).toContain("edited by you, and kept: Dockerfile");
  expect(read("engine-update.patch")).toContain("+# later\n");
  expect(read("engine-update.patch")).not.toContain("mine");
});

test("merges package.json entry by entry", () => {
  const { name, scripts }: { name: string; scripts: Record<string, string> } = JSON.parse(
    read("package.json"),
  );
  expect(name).toBe("edited");
  expect(scripts).toMatchObject({
    fix: "biome check --write --unsafe",
    test: expect.stringMatching(/ && vitest run --passWithNoTests --exclude "packages\/\*\*"$/),
    "test:watch": 'vitest --watch --exclude "packages/**"',
    mine: "node mine.js",
  });
  expect(scripts).not.toHaveProperty("bench");
  expect(output).toContain(
    "package.json: your entry is kept; the engine's is scripts.test:watch: \"vitest watch ",
  );
});

test("leaves a project that passes its tests and runs", () => {
  const tests = run(project, "npm", "test");
  expect(tests.code, tests.output).toBe(0);
  expect(run(project, "npm", "start").output).toMatch(/^accuracy {2}0\.\d+$/m);
});

test("refuses uncommitted changes, and a folder that is not a project of the template", () => {
  expect(run(project, "npm", "run", "--silent", "update-engine", "--", "--from", later).output).toContain(
    "Some changes are not committed",
  );
  commit(project);
  const elsewhere = run(project, "npm", "run", "--silent", "update-engine", "--", "--from", "src");
  expect(elsewhere.output).toContain("Expected the folder of a project of this template");
  expect(git(project, "status", "--porcelain")).toBe("");
});

test("accepts the address of a git repository too, and then has nothing to do", () => {
  const again = run(project, "npm", "run", "--silent", "update-engine", "--", "--from", `file://${later}`);
  expect(again.output).toContain("packages/ was updated from 99.0.0 to 99.0.0.");
  expect(again.output).not.toContain("edited by you");
  expect(git(project, "status", "--porcelain")).toBe(" D engine-update.patch\n");
});

test("the patch of the next update contains only the engine's change", () => {
  commit(project);
  appendFileSync(join(later, "Dockerfile"), "# later still\n");
  run(later, "npm", "run", "engine-files");
  commit(later);

  run(project, "npm", "run", "--silent", "update-engine", "--", "--from", `file://${later}`);

  expect(
    read("engine-update.patch")
      .split("\n")
      .filter((line) => /^[+-](?![+-])/.test(line)),
  ).toEqual(["+# later still"]);
});
