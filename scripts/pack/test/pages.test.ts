import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Command, commandsOf } from "../../../test/docs/markdown.js";
import { readPage } from "../../../test/docs/pages.js";
import { projectRoot } from "../../../test/docs/project-copy.js";
import { type Ended, runCommand } from "../../../test/docs/run-command.js";
import { writeShownFiles } from "./write-shown-files.js";

const scratch = mkdtempSync(join(tmpdir(), "pages-"));
const enginePage = readPage("docs/how-to/use-the-packages.md");
const linterPage = readPage("docs/how-to/lint-any-manifest.md");
const project = join(scratch, "line");
const manifests = join(scratch, "manifests");

beforeAll(async () => {
  const [pack] = commandsOf(enginePage).filter(({ line }) => line.startsWith("npm run pack "));
  const line = pack?.line.replace("../line", project) ?? "";
  expect(await runCommand(line, projectRoot)).toMatchObject({ exitCode: 0 });
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What a page shows, but for the commands in the clone, and for what it says of other projects. */
function commandsIn(page: string): Command[] {
  const others = /^npm ci$|^npm run pack |^npm run yaml$|^node \/app\//;
  return commandsOf(page).filter(({ line }) => !others.test(line));
}

/** Output without what differs from run to run, and without empty lines, which a page's commands do not have either. */
function withoutTimes(output: string): string {
  return output
    .trim()
    .replaceAll(/trend-\d{8}-\d{6}-[0-9a-f]{3}/g, "RUN")
    .replaceAll(/\b\d+(\.\d+)?m?s\b/g, "TIME")
    .replaceAll(/ {2,}/g, "  ")
    .replaceAll(/\n+/g, "\n");
}

describe("use-the-packages.md", () => {
  const ended = new Map<string, Ended>();

  beforeAll(async () => {
    writeFileSync(join(project, "package.json"), '{ "name": "line", "version": "1.0.0", "private": true }\n');
    writeShownFiles(enginePage, project);
    for (const { line } of commandsIn(enginePage)) ended.set(line, await runCommand(line, project));
  });

  test("its commands work one after the other", () => {
    const failed = [...ended].filter(([, { exitCode }]) => exitCode !== 0);
    expect(failed).toEqual([]);
    expect([...ended.keys()].filter((line) => line.startsWith("npx"))).toHaveLength(11);
  });

  test("its run prints what the page shows", () => {
    const shown = commandsIn(enginePage).find(({ line }) => line.includes("tiphys run --set"));
    const { stdout = "", stderr = "" } = ended.get(shown?.line ?? "") ?? {};
    expect(stderr).toBe("");
    expect(withoutTimes(stdout)).toBe(withoutTimes(shown?.output ?? ""));
  });

  test("its package.json names what the page says", () => {
    expect(JSON.parse(readFileSync(join(project, "package.json"), "utf8"))).toMatchObject({
      type: "module",
      scripts: { start: "tiphys run" },
      tiphys: { image: "ghcr.io/your-name/line", external: ["sharp"] },
    });
  });

  test("its manifest names the image with the version of the project", () => {
    expect(readFileSync(join(project, "workflow.yaml"), "utf8")).toContain(
      "image: ghcr.io/your-name/line:1.0.0",
    );
  });

  test("what it builds runs a step as in a pod", async () => {
    const params = join(scratch, "params.json");
    writeFileSync(params, '[{"name":"count","value":"3"}]');
    const step = `node dist/main.js step measure ${params} --inputs ${scratch}/in --outputs ${scratch}/out`;
    expect(await runCommand(step, project)).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(readFileSync(join(scratch, "out/points.json"), "utf8"))).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 2 + Math.sin(1) },
      { x: 2, y: 4 + Math.sin(2) },
    ]);
  });

  test("a wrong wiring does not compile", async () => {
    const workflow = join(project, "src/workflow.ts");
    const text = readFileSync(workflow, "utf8");
    writeFileSync(workflow, text.replace("(fitLine, { points })", "(fitLine, { points: count })"));
    const { exitCode, stdout } = await runCommand("npx tsc", project);
    writeFileSync(workflow, text);
    expect(stdout).toContain("src/workflow.ts(11,32): error TS2739: Type 'ParameterRef<number>' is missing");
    expect(exitCode).not.toBe(0);
  });

  test("with the resolution of a bundler it compiles and runs without .js in its imports", async () => {
    const copy = join(scratch, "bundler");
    cpSync(project, copy, { recursive: true });
    for (const name of ["main", "workflow"]) {
      const file = join(copy, `src/${name}.ts`);
      writeFileSync(file, readFileSync(file, "utf8").replaceAll(/(from "\.\/\w+)\.js"/g, '$1"'));
    }
    const config = join(copy, "tsconfig.json");
    const nodenext = readFileSync(config, "utf8");
    for (const module of ['"preserve"', '"esnext", "moduleResolution": "bundler"']) {
      writeFileSync(config, nodenext.replace('"nodenext"', module));
      expect(await runCommand("npx tsc", copy)).toMatchObject({ stdout: "", exitCode: 0 });
    }
    expect((await runCommand("npx --no tiphys run", copy)).stdout).toContain("slope   1.99");
  });
});

describe("lint-any-manifest.md", () => {
  beforeAll(() => {
    mkdirSync(manifests);
    cpSync(join(project, "vendor"), join(manifests, "vendor"), { recursive: true });
    writeShownFiles(linterPage, manifests);
  });

  test("its commands work one after the other, and print what the page shows", async () => {
    const commands = commandsIn(linterPage);
    expect(commands).toHaveLength(4);
    for (const { line, output } of commands) {
      const { exitCode, stdout, stderr } = await runCommand(line, manifests);
      expect({ line, exitCode, stderr }).toMatchObject({ line, exitCode: line.includes("--rule") ? 1 : 0 });
      if (output !== undefined) expect(withoutTimes(stdout)).toBe(withoutTimes(output));
    }
  });

  test("its job in GitHub Actions reports the error at its line", async () => {
    const job = readFileSync(join(manifests, ".github/workflows/lint.yml"), "utf8");
    const [, line = ""] = /- run: (npx .*)/.exec(job) ?? [];
    const { exitCode, stdout } = await runCommand(line, manifests);
    expect(stdout).toContain("::error file=workflows/hello.yaml,line=7,");
    expect(exitCode).toBe(1);
  });
});
