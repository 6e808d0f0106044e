import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { workflow } from "../../../../argo-lint/test/table.js";
import { program, project, writeFiles } from "../fixture-project.js";
import { bin, type Ended, pipeline, plainEnvironment, watch } from "../program.js";

const greet = `
import { existingTemplate } from "@tiphys/workflow";
const greet = defineStep({ name: "greet", inputs: { name: parameter(z.string()) }, outputs: {}, run() {} });
`;
const root = project({
  "package.json": '{ "type": "module", "version": "1.0.0", "tiphys": { "image": "ghcr.io/you/app" } }\n',
  "src/main.ts": program(`${greet}
const good = defineWorkflow({
  name: "good",
  parameters: { name: parameter(z.string(), "you") },
  build(dag, { name }) { dag.task(greet, { name }); },
});
const library = existingTemplate({
  name: "clean",
  templateRef: { name: "library", template: "clean" },
  inputs: {},
  outputs: {},
});
const asking = defineWorkflow({
  name: "asking",
  parameters: { name: parameter(z.string()) },
  build(dag, { name }) {
    dag.task(greet, { name });
    dag.task(library, {});
  },
});
await main({ workflows: [good, asking] });
`),
});
const badProject = project({
  "package.json": '{ "type": "module", "version": "1.0.0", "tiphys": { "image": "ghcr.io/you/app" } }\n',
  "src/main.ts": program(`${greet}
const bad = defineWorkflow({
  name: "bad",
  parameters: { name: parameter(z.string(), "you") },
  build(dag, { name }) { dag.task(greet, { name }); },
  argo: { spec: { onExit: "nowhere" } },
});
await main({ workflows: [bad] });
`),
});

const good = workflow(`
  - name: main
    container:
      image: busybox:1.37
      command: [echo, hello]`);
/** The name in line 6 is misspelt. */
const wrong = good.replace("entrypoint: main", "entrypoint: mian");

let cases = 0;

/** A folder of the project with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = join(root, `case-${++cases}`);
  mkdirSync(folder);
  writeFiles(folder, files);
  return folder;
}

/** Lints in a folder with these files. */
function lint(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> {
  return pipeline(root, ["lint", ...args], { cwd: folderWith(files) });
}

describe("files", () => {
  test("reports an error with its file, line and rule, and exits with 1", async () => {
    const { code, stdout, stderr } = await lint({ "a.yaml": wrong }, "--rule", "entrypoint", "a.yaml");

    expect(stdout).toMatch(/^a\.yaml\n\n {2}6:15 {2}error {2}.*mian.* {2}entrypoint\n/);
    expect(stdout).toContain("  6 │   entrypoint: mian\n    │               ^^^^\n    fix: ");
    expect(stdout).toMatch(/\n1 error in 1 file; checked 1 file, 1 Argo manifest\n$/);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  });

  test("exits with 0 if nothing is wrong", async () => {
    const { code, stdout } = await lint({ "a.yaml": good }, "--quiet", "a.yaml");

    expect({ code, stdout }).toEqual({ code: 0, stdout: "Nothing found in 1 file, 1 Argo manifest\n" });
  });

  test("looks into folders at any depth, and not into hidden ones and node_modules", async () => {
    const files = {
      "x/a.yaml": wrong,
      "x/y/b.yml": wrong,
      "x/y/c.json": JSON.stringify({ kind: "Workflow", metadata: { generateName: "c-" }, spec: {} }),
      "x/.hidden/d.yaml": wrong,
      "x/node_modules/e.yaml": wrong,
      "x/f.txt": wrong,
    };
    const { stdout } = await lint(files, "--rule", "entrypoint", "x");

    expect(stdout.split("\n").filter((line) => /^x/.test(line))).toEqual([
      "x/a.yaml",
      "x/y/b.yml",
      "x/y/c.json",
    ]);
  });

  test("accepts files without Argo manifests, even if they are not YAML", async () => {
    const files = {
      "a.yaml": good,
      "chart.yaml": "{{- if .Values.x }}\na: [\n{{ end }}",
      "tsconfig.json": "{ // a comment\n}",
      "service.yaml": "kind: Service\n",
    };
    const { code, stdout } = await lint(files, "--quiet", ".");

    expect({ code, stdout }).toEqual({ code: 0, stdout: "Nothing found in 4 files, 1 Argo manifest\n" });
  });

  test("reports a named file that cannot be read as YAML", async () => {
    const { code, stdout } = await lint({ "a.yaml": "a: [" }, "a.yaml");

    expect(stdout).toMatch(/ {2}error {2}.* {2}syntax\n/);
    expect(code).toBe(1);
  });

  test("follows references between the files of a call", async () => {
    const template = good
      .replace("kind: Workflow", "kind: WorkflowTemplate")
      .replace("generateName: test-", "name: library");
    const caller = workflow(`
      - name: main
        steps:
          - - name: call
              templateRef: { name: library, template: nowhere }`);
    const files = { "library.yaml": template, "caller.yaml": caller };

    const together = await lint(files, "--quiet", ".");
    expect(together.stdout).toContain("nowhere");
    expect(together.code).toBe(1);
    expect((await lint(files, "caller.yaml")).stdout).toContain("template-elsewhere");
  });

  test("lints each document of a file, and a file that is named twice only once", async () => {
    const { stdout } = await lint(
      { "a.yaml": `${wrong}---\n${wrong}` },
      "--rule",
      "entrypoint",
      "a.yaml",
      ".",
      "./a.yaml",
    );

    expect(stdout).toContain("2 errors in 1 file; checked 1 file, 2 Argo manifests");
  });

  test("reads standard input where the path is -", async () => {
    const child = spawn(process.execPath, [bin, "lint", "-"], { cwd: root, env: plainEnvironment() });
    const { ended } = watch(child);
    child.stdin.end(wrong);

    const { code, stdout } = await ended;
    expect(stdout).toMatch(/^<stdin>\n\n {2}6:15 {2}error/);
    expect(code).toBe(1);
  });
});

describe("options", () => {
  const warned = `${good.trimEnd()} # lint-ignore syntax\n`;

  test("a warning exits with 0, and with --strict with 1", async () => {
    expect(await lint({ "a.yaml": warned }, "--quiet", "a.yaml")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("1 warning in 1 file"),
    });
    expect(await lint({ "a.yaml": warned }, "--quiet", "--strict", "a.yaml")).toMatchObject({ code: 1 });
  });

  test("--rule checks only the named rules", async () => {
    const { code, stdout } = await lint(
      { "a.yaml": wrong },
      "--rule",
      "syntax",
      "--rule",
      "wrong-type",
      "a.yaml",
    );

    expect({ code, stdout }).toEqual({ code: 0, stdout: "Nothing found in 1 file, 1 Argo manifest\n" });
  });

  test("--output writes the report, and prints the summary", async () => {
    const folder = folderWith({ "a.yaml": wrong });
    const args = ["lint", "--rule", "entrypoint", "--format", "json", "--output", "found.json", "a.yaml"];
    const { code, stdout } = await pipeline(root, args, { cwd: folder });

    expect(stdout).toBe("1 error in 1 file; checked 1 file, 1 Argo manifest. Written to found.json\n");
    expect(JSON.parse(readFileSync(join(folder, "found.json"), "utf8"))).toMatchObject({
      summary: { errors: 1 },
      findings: [{ file: "a.yaml", rule: "entrypoint", line: 6 }],
    });
    expect(code).toBe(1);
  });

  test("in GitHub Actions paths are those from the repository's root, and rules have an address", async () => {
    const folder = folderWith({ "a.yaml": wrong });
    writeFiles(root, { "docs/lint.md": "# Lint\n" });
    const env = {
      GITHUB_WORKSPACE: root,
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_REPOSITORY: "you/app",
    };
    const path = `case-${cases}/a.yaml`;

    const annotated = await pipeline(root, ["lint", "--format", "github", "a.yaml"], { cwd: folder, env });
    expect(annotated.stdout).toMatch(new RegExp(`^::error file=${path},line=6,`));
    const sarif = await pipeline(root, ["lint", "--format", "sarif", "a.yaml"], { cwd: folder, env });
    expect(sarif.stdout).toContain(`"uri": "${path}"`);
    expect(sarif.stdout).toContain(
      '"helpUri": "https://github.com/you/app/blob/HEAD/docs/lint.md#entrypoint"',
    );
  });

  test.each<[string[], string]>([
    [["nope.yaml"], "There is no file or folder nope.yaml."],
    [["--rule", "entrypiont", "a.yaml"], 'There is no rule "entrypiont". Did you mean "entrypoint"?'],
    [["empty"], "empty contains no .yaml, .yml or .json file."],
    [["--format", "xml"], "Allowed choices are text, json, github, sarif."],
  ])("refuses %j with exit code 2", async (args, message) => {
    const { code, stdout, stderr } = await lint({ "a.yaml": good, "empty/x.txt": "" }, ...args);

    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});

describe("the project's own workflows", () => {
  test("are linted where no path is named, as each kind that they can be", async () => {
    const { code, stdout } = await pipeline(root, ["lint", "--strict", "--quiet"]);

    expect({ code, stdout }).toEqual({ code: 0, stdout: "Nothing found in 3 Argo manifests\n" });
  });

  test("are reported once, although several kinds have the same fault", async () => {
    const { code, stdout } = await pipeline(badProject, ["lint", "--quiet"]);

    expect(stdout).toMatch(/^bad \(Workflow\)\n/);
    expect(stdout).toContain("1 error in 1 manifest; checked 2 Argo manifests");
    expect(code).toBe(1);
  });

  test("yaml writes nothing that Argo would refuse, and says why", async () => {
    const { code, stdout, stderr } = await pipeline(badProject, ["yaml"]);

    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("nowhere");
    expect(stderr).toContain(
      "Argo would refuse this manifest, so it is not written. Use --no-lint to write it anyway.",
    );
  });

  test("yaml --no-lint writes it all the same", async () => {
    const { code, stdout } = await pipeline(badProject, ["yaml", "--no-lint"]);

    expect(stdout).toContain("onExit: nowhere");
    expect(code).toBe(0);
  });
});
