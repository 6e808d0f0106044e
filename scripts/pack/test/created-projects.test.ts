import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasOnnxRuntime } from "../../../packages/ml/test/onnx/onnx-runtime.js";
import { tempDir } from "../../../packages/workflow/test/cli/fixture-project.js";
import { applyExportedModel } from "../../../test/exported-model.js";
import { traces } from "../../init/test/fork.js";
import { run } from "./consumer.js";
import { create, trackedFiles } from "./created-project.js";
import { type DataSet, dataSets } from "./data-sets.js";

const folder = tempDir("created-");
const modules = join(folder, "node_modules");

/** The packages are the same for all: they are installed once, and then moved from project to project. */
async function createWithPackages(name: string, args: readonly string[]): ReturnType<typeof create> {
  const isFirst = !readdirSync(folder).includes("node_modules");
  const ended = await create(folder, [name, ...args, ...(isFirst ? [] : ["--no-install"])]);
  if (isFirst || ended.code !== 0) return ended;
  renameSync(modules, join(folder, name, "node_modules"));
  // npm makes the lock file, and what it installs is there.
  const install = await run(join(folder, name), ["npm", "install", "--offline", "--no-audit", "--no-fund"]);
  const fix = await run(join(folder, name), ["npm", "run", "fix"]);
  expect([install.code, fix.code], `${install.stderr}${fix.stderr}`).toEqual([0, 0]);
  return ended;
}

describe.each(dataSets)("a project of data with $name", (data) => {
  const name = `my-${data.name}`;
  const project = join(folder, name);
  beforeAll(() => writeFileSync(join(folder, "given data.csv"), data.text));
  afterAll(() => {
    renameSync(join(project, "node_modules"), modules);
    rmSync(project, { recursive: true, force: true });
  });

  test("is created, and what was found is printed", async () => {
    const options = ["--data", "given data.csv", "--target", data.target, ...(data.options ?? [])];

    const { code, stdout, stderr } = await createWithPackages(name, options);

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const words of data.says ?? []) expect(stdout).toContain(words);
    expect(stdout).toContain(
      `${name} is in ${name}, and its image is ghcr.io/your-name/${name}.\nNext:\n  cd ${name}\n`,
    );
    expect(trackedFiles(project).length).toBeLessThanOrEqual(70);
  });

  test("contains no trace of the template's data and names", () => {
    expect(traces(project, "diabetes|glucose|model-training-pipeline|pregnan|pima")).toEqual([]);
  });

  test("passes npm test, and its types know its columns", async () => {
    expect(readFileSync(join(project, "src/dataset.ts"), "utf8")).toContain(data.schema);
    const probe = join(project, "src/types-probe.ts");
    writeFileSync(probe, typesProbe(data));

    const { code, stdout, stderr } = await run(project, ["npm", "test"]);

    rmSync(probe);
    expect(code, `${stdout}${stderr}`).toBe(0);
    expect(stripVTControlCharacters(stdout)).toMatch(/Tests +\d+ passed/);
  });

  test("runs, and prints its accuracy", async () => {
    const { code, stdout } = await run(project, ["npm", "start"]);

    expect(stdout).toMatch(/^accuracy {2}(0\.\d+|1)$/m);
    expect(Number(/^accuracy {2}(.*)$/m.exec(stdout)?.[1])).toBeGreaterThan(0.5);
    expect(stdout).toContain(`${name}-`);
    expect(code).toBe(0);
  });

  test.skipIf(!hasOnnxRuntime)(
    "writes its model as ONNX, whose probabilities are those of the run",
    async () => {
      const { code, stderr } = await run(project, [
        "npx",
        "--no",
        "tiphys",
        "runs",
        "export",
        "--to",
        "onnx",
      ]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });

      const { largestDifference, classes } = await applyExportedModel(join(project, "runs/latest"));

      expect(largestDifference).toBeLessThan(1e-12);
      // Of a rare class, no row may be predicted.
      expect(classes.length).toBeOneOf([1, 2]);
    },
  );

  test("compiles to a manifest without findings of lint", async () => {
    const yaml = await run(project, ["npm", "run", "--silent", "yaml"]);
    const lint = await run(project, ["npm", "run", "--silent", "lint", "--", "--strict"]);

    expect(yaml.stdout).toContain(`image: ghcr.io/your-name/${name}:0.1.0`);
    expect(yaml.stdout).toContain(`datasets/${name}.csv`);
    expect([yaml.code, lint.code, lint.code === 0 ? "" : lint.stdout]).toEqual([0, 0, ""]);
  });
});

/** A source that compiles where the types know the data's columns, and those of the template no more. */
function typesProbe({ column, target }: DataSet): string {
  return `import type { contract } from "./dataset.js";

type Feature = (typeof contract.features)[number];
export const known: Feature = ${JSON.stringify(column)};
// @ts-expect-error The target is not a feature.
export const target: Feature = ${JSON.stringify(target)};
// @ts-expect-error A column of the template.
export const gone: Feature = "Glucose";
`;
}
