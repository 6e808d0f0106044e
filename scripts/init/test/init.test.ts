import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DataSet, dataSets } from "./data-sets.js";
import { cloneTemplate, git, init, run, traces, writeData } from "./fork.js";

/** The case that keeps the examples, and their tests. */
const withExamples = "categories";

describe.each(dataSets)("a project of data with $name", (data) => {
  let project: string;
  beforeAll(() => {
    project = cloneTemplate();
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  test("is created, and init prints what it found", () => {
    const file = writeData(project, data.text);
    const options = [
      "--data",
      file,
      "--target",
      data.target,
      "--name",
      `my-${data.name}`,
      ...(data.options ?? []),
    ];

    const { code, output } = init(
      project,
      ...options,
      ...(data.name === withExamples ? ["--keep-examples"] : []),
    );

    for (const words of data.says ?? []) expect(output).toContain(words);
    expect(output).toContain("Next: npm test && npm start");
    expect(code).toBe(0);
    expect(git(project, "status", "--porcelain", "packages")).toBe("");
    expect(readdirSync(project).filter((name) => name.startsWith(".changes-"))).toEqual([]);
  });

  test("contains no trace of the template's data and names", () => {
    expect(traces(project, "diabetes|glucose|model-training-pipeline|pregnan|pima")).toEqual([]);
  });

  test("passes npm test, and its types know its columns", () => {
    expect(readFileSync(join(project, "src/dataset.ts"), "utf8")).toContain(data.schema);
    const probe = join(project, "src/types-probe.ts");
    writeFileSync(probe, typesProbe(data));

    const { code, output } = run(project, "npm", "test");

    rmSync(probe);
    expect(code, output).toBe(0);
    expect(output).toMatch(/Tests +\d+ passed/);
    expect(output).not.toMatch(/✓ packages\//);
  });

  test("runs, and prints its accuracy", () => {
    const { code, output } = run(project, "npm", "start");

    expect(output).toMatch(/^accuracy {2}(0\.\d+|1)$/m);
    expect(Number(/^accuracy {2}(.*)$/m.exec(output)?.[1])).toBeGreaterThan(0.5);
    expect(output).toContain(`my-${data.name}-`);
    expect(code).toBe(0);
  });

  test("compiles to a manifest without findings of lint", () => {
    const yaml = run(project, "npm", "run", "--silent", "yaml");
    const lint = run(project, "npm", "run", "--silent", "lint", "--", "--strict");

    expect(yaml.output).toContain(`image: ghcr.io/your-name/my-${data.name}:0.1.0`);
    expect(yaml.output).toContain(`datasets/my-${data.name}.csv`);
    expect([yaml.code, lint.code, lint.code === 0 ? "" : lint.output]).toEqual([0, 0, ""]);
  });
});

describe("a project that keeps the template's data", () => {
  let project: string;
  beforeAll(() => {
    project = cloneTemplate();
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  test("has new names, and keeps everything else", () => {
    const { code, output } = init(project, "--name", "sugar", "--image", "registry.example.org/team/sugar");

    expect({ code, output }).toEqual({
      code: 0,
      output:
        "This project is now sugar, and its image is registry.example.org/team/sugar.\nNext: npm test && npm start\n",
    });
    expect(existsSync(join(project, "data/diabetes.csv"))).toBe(true);
    expect(existsSync(join(project, "init"))).toBe(false);
    expect(traces(project, "diabetes-pipeline|model-training-pipeline")).toEqual([]);
  });

  test("passes npm test, and its results are the same", () => {
    const { code, output } = run(project, "npm", "test");
    const start = run(project, "npm", "start");

    expect(code, output).toBe(0);
    expect(output).toMatch(/Tests +\d+ passed/);
    expect(start.output).toContain("accuracy  0.7532\nauc       0.8147\n");
  });
});

describe("refused input changes nothing", () => {
  let project: string;
  beforeAll(() => {
    project = cloneTemplate();
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  const numbers = Array.from({ length: 50 }, (_, i) => `${i % 7},${i * 1.5}`).join("\n");
  const classes = Array.from({ length: 60 }, (_, i) => `${i % 7},${["a", "b", "c"][i % 3]}`).join("\n");
  const gaps = Array.from({ length: 60 }, (_, i) => `${i % 7 === 0 ? "" : i % 7},${i % 2}`).join("\n");

  test.each<[string, string, readonly string[], string]>([
    ["a regression", `x,y\n${numbers}`, [], 'The target "y" has 50 different numbers: that is a regression.'],
    [
      "three classes",
      `x,y\n${classes}`,
      [],
      'The target "y" has 3 classes: "a" (20 rows), "b" (20 rows), "c" (20 rows).',
    ],
    ["no such target", `x,z\n${gaps}`, [], 'There is no column "y" in'],
    [
      "empty cells that are not allowed",
      `x,y\n${gaps}`,
      ["--missing", "refuse"],
      "but these columns have some: x (9).",
    ],
    [
      "no such class",
      `x,y\n${gaps}`,
      ["--positive", "yes"],
      '"yes" is not a class of "y". Its classes are "0" and "1".',
    ],
    ["a name that no workflow can have", `x,y\n${gaps}`, ["--name", "Größe"], 'such as "grosse"'],
  ])("%s", (_what, text, options, sentence) => {
    const file = writeData(project, text);

    const { code, output } = init(project, "--data", file, "--target", "y", "--name", "mine", ...options);

    expect(output).toContain(sentence);
    expect(output).not.toContain("    at ");
    expect(code).toBe(2);
    expect(git(project, "status", "--porcelain")).toBe("");
  });

  test("a work tree with changes, and a project that was already created", () => {
    writeFileSync(join(project, "src/mine.ts"), "export {};\n");
    expect(init(project, "--name", "mine").output).toContain("1 file not as committed: src/mine.ts.");
    expect(init(project, "--name", "mine", "--force").code).toBe(0);
    expect(run(project, "npm", "run", "init").output).toContain('Missing script: "init"');
  });
});

/** A source that compiles where the types know the data's columns, and those of the template no more. */
function typesProbe({ column, target }: DataSet): string {
  return `import type { contract } from "../../../packages/create-tiphys/src/write/dataset.js";

type Feature = (typeof contract.features)[number];
export const known: Feature = ${JSON.stringify(column)};
// @ts-expect-error The target is not a feature.
export const target: Feature = ${JSON.stringify(target)};
// @ts-expect-error A column of the template.
export const gone: Feature = "Glucose";
`;
}
