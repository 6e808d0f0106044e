import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { writeFiles } from "../../../packages/workflow/test/cli/fixture-project.js";
import { consumer, installedVersions, npx, run } from "./consumer.js";
import { readmeBlock } from "./readme.js";

const good = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: hello-
spec:
  entrypoint: hello
  templates:
    - name: hello
      suspend: {}
`;
let project: string;

beforeAll(async () => {
  project = await consumer({
    ours: ["argo-lint"],
    files: {
      "hello.yaml": readmeBlock("argo-lint", "yaml"),
      "good.yaml": good,
      "lint.js": readmeBlock("argo-lint", "js"),
    },
  });
});

test("npx argo-lint reports what the page shows, and exits with 1", async () => {
  const [first = "", ...shown] = readmeBlock("argo-lint", "console").split("\n");

  const { code, stdout, stderr } = await npx(project, ...first.replace("$ npx ", "").split(" "));

  expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: shown.join("\n"), stderr: "" });
});

test("a manifest without errors passes", async () => {
  expect(await npx(project, "argo-lint", "good.yaml")).toMatchObject({ code: 0, stderr: "" });
});

test("--format sarif --output writes a report for code scanning", async () => {
  const { code, stdout } = await npx(
    project,
    "argo-lint",
    "--format",
    "sarif",
    "--output",
    "lint.sarif",
    "hello.yaml",
  );

  const { version, runs } = JSON.parse(readFileSync(join(project, "lint.sarif"), "utf8"));
  expect(version).toBe("2.1.0");
  expect(runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain("unknown-field");
  expect(stdout).toContain("Written to lint.sarif");
  expect(code).toBe(1);
});

test.each([[["--no-such-option", "good.yaml"]], [[]], [["no-such-file.yaml"]]])(
  "wrong usage %j exits with 2",
  async (args) => {
    const { code, stdout, stderr } = await npx(project, "argo-lint", ...args);

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).not.toMatch(/^ +at /m);
  },
);

test("a reader that closes the pipe ends it without a message", async () => {
  const documents = Array.from({ length: 400 }, () => readmeBlock("argo-lint", "yaml"));
  writeFiles(project, { "many.yaml": documents.join("---\n") });

  const { stdout, stderr } = await run(project, ["sh", "-c", "npx --no argo-lint many.yaml | head -n 1"]);

  expect({ stdout, stderr }).toEqual({ stdout: "many.yaml\n", stderr: "" });
});

test("plain JavaScript imports it", async () => {
  expect(await run(project, [process.execPath, "lint.js"])).toEqual({
    code: 0,
    signal: null,
    stdout:
      '5: error (entrypoint): The entrypoint "hello" is not a template of this manifest. Name an existing template.\n',
    stderr: "",
  });
});

test("the linter installs neither the engine nor what the engine needs", () => {
  for (const name of ["@tiphys/workflow", "zod", "arquero", "esbuild"]) {
    expect(installedVersions(project, name), name).toEqual([]);
  }
});
