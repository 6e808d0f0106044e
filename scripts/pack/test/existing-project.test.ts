import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { writeFiles } from "../../../packages/workflow/test/cli/fixture-project.js";
import { consumer, installedVersions, npx, typeErrors } from "./consumer.js";
import { readmeBlock } from "./readme.js";

/** What `@tiphys/workflow` may take with all that it needs, in MB: a third is the client of S3, the rest zod and esbuild. */
const maxSize = 64;
const image = "ghcr.io/you/greeting:1";
let project: string;

// A project that has code and settings of its own before it adds the page's example.
beforeAll(async () => {
  project = await consumer({
    ours: ["argo-lint", "workflow"],
    others: { "@types/node": "^20.19.0", arquero: "^8.0.0", zod: "^4.3.0" },
    files: {
      "src/main.ts": readmeBlock("workflow", "ts"),
      "src/title.ts": 'export const title: string = ["a", "project"].join(" ");\n',
    },
  });
});

test.each([
  { module: "esnext", moduleResolution: "bundler" },
  { module: "nodenext", moduleResolution: "nodenext" },
])("it type-checks with $moduleResolution, declarations of the packages included", async (options) => {
  expect(await typeErrors(project, { ...options, target: "es2023", noEmit: true })).toBe("");
});

test("a wiring error does not compile", async () => {
  const wrong = readmeBlock("workflow", "ts").replace("greeting: greeted.greeting }", "greeting: name }");
  writeFiles(project, { "src/wrong.ts": wrong });

  const errors = await typeErrors(project, { module: "esnext", moduleResolution: "bundler", noEmit: true });

  rmSync(join(project, "src/wrong.ts"));
  expect(errors).toMatch(/^src\/wrong\.ts\(29,46\): error TS2739: Type 'ParameterRef<string>' is missing/);
});

test.each([
  [[], "Hello, world!", 10],
  [["--set", "name=Ada", "--isolated"], "Hello, Ada!", 8],
])("npx tiphys run %j runs two steps", async (options, greeting, letters) => {
  const { code, stdout, stderr } = await npx(project, "tiphys", "run", ...options);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(
    `\n${greeting}\n\nletters   ${letters}\ngreeting  runs/latest/greet/greeting.txt\n`,
  );
});

test("npx tiphys yaml prints a manifest that argo-lint passes", async () => {
  const { code, stdout } = await npx(project, "tiphys", "yaml", "--image", image);
  writeFiles(project, { "workflow.yaml": stdout });

  expect(code).toBe(0);
  expect(stdout).toContain(`image: ${image}\n`);
  expect(await npx(project, "argo-lint", "--strict", "workflow.yaml")).toMatchObject({
    code: 0,
    stdout: "Nothing found in 1 file, 1 Argo manifest\n",
  });
});

test("what must be one instance is installed once, flechette in the version that works", () => {
  expect(installedVersions(project, "zod")).toHaveLength(1);
  expect(installedVersions(project, "arquero")).toHaveLength(1);
  expect(installedVersions(project, "@uwdata/flechette")).toEqual(["2.6.0"]);
  expect(installedVersions(project, "@tiphys/argo-lint")).toHaveLength(1);
});

test(`@tiphys/workflow and all that it needs take less than ${maxSize} MB`, () => {
  const args = ["-sm", "--exclude=.cache", "--exclude=@types", join(project, "node_modules")];
  const size = Number.parseInt(execFileSync("du", args, { encoding: "utf8" }), 10);

  console.log(`@tiphys/workflow, installed: ${size} MB`);
  expect(size).toBeLessThan(maxSize);
});
