import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packPackages } from "../../pack/pack-packages.js";
import { cloneTemplate, commit, git, init, run, traces } from "./fork.js";

let clone: string;
let packages: string;
beforeAll(async () => {
  clone = cloneTemplate();
  packages = join(clone, "node_modules", "tarballs");
  await packPackages(packages);
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

const rows = Array.from({ length: 60 }, (_, i) => `${i % 7},${i % 2}`).join("\n");

/** What must not change when init refuses. */
function state(): unknown {
  return [git(clone, "status", "--porcelain", "--ignored"), readdirSync(clone)];
}

describe("npm run init refuses, and changes nothing", () => {
  const given = (): string => {
    const file = join(clone, "node_modules", "given.csv");
    writeFileSync(file, `x,y\n${rows}\n`);
    return file;
  };

  test("wrong data", () => {
    const before = state();
    const { code, output } = init(clone, "--data", given(), "--target", "z", "--name", "mine");

    expect(output).toContain('There is no column "z" in');
    expect(output).not.toContain("    at ");
    expect(code).toBe(2);
    expect(state()).toEqual(before);
  });

  test("a work tree with changes", () => {
    writeFileSync(join(clone, "src/mine.ts"), "export {};\n");
    const before = state();

    expect(init(clone, "--name", "mine")).toMatchObject({
      code: 2,
      output: expect.stringContaining("1 file not as committed: src/mine.ts."),
    });

    expect(state()).toEqual(before);
    rmSync(join(clone, "src/mine.ts"));
  });

  test("a file of the user that would be replaced", () => {
    writeFileSync(join(clone, "data/mine.csv"), "a,b\n");
    const before = state();

    const { code, output } = init(
      clone,
      ...["--data", given(), "--target", "y", "--name", "mine", "--packages", packages],
    );

    expect(output).toContain("Untracked files would be replaced, and lost: data/mine.csv.");
    expect(code).toBe(2);
    expect(state()).toEqual(before);
    rmSync(join(clone, "data/mine.csv"));
  });

  test("its own file at the place of a converted copy", () => {
    writeFileSync(join(clone, "data/mine.csv"), `x|y\n${rows.replaceAll(",", "|")}\n`);

    const { code, output } = init(
      clone,
      ...["--data", "data/mine.csv", "--target", "y", "--name", "mine", "--packages", packages],
    );

    expect(output).toContain("data/mine.csv is your file, and would be replaced by a converted copy");
    expect(code).toBe(2);
    rmSync(join(clone, "data/mine.csv"));
  });

  test("a folder that is not empty", () => {
    const folder = join(clone, "node_modules", "taken");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "a.txt"), "");

    expect(init(clone, folder, "--yes")).toMatchObject({
      code: 2,
      output: `${folder} is not empty: it contains a.txt. Choose another folder.\n`,
    });
  });
});

test("npm run init FOLDER makes a project there, and leaves the clone as it is", () => {
  const before = git(clone, "status", "--porcelain");
  const folder = join(clone, "node_modules", "elsewhere");

  const { code, output } = init(clone, folder, "--yes", "--no-install", "--packages", packages);

  expect(code, output).toBe(0);
  expect(output).toContain("  npm install\n  npm run fix\n  npm start\n  npm test\n");
  expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).name).toBe("elsewhere");
  expect(readdirSync(join(folder, "vendor"))).toHaveLength(4);
  expect(git(clone, "status", "--porcelain")).toBe(before);
});

describe("a clone that keeps the template's data", () => {
  test("has new names, and can be restored by git", () => {
    const image = "registry.example.org/team/sugar";
    const { code, output } = init(clone, "--name", "sugar", "--image", image, "--packages", packages);

    expect({ code, output }).toEqual({
      code: 0,
      output: `Installing its packages.\nThis project is now sugar, and its image is ${image}.\nNext:\n  npm start\n  npm test\n`,
    });
    expect(existsSync(join(clone, "data/diabetes.csv"))).toBe(true);
    expect(existsSync(join(clone, "packages"))).toBe(false);
    expect(traces(clone, "diabetes-pipeline|model-training-pipeline")).toEqual([]);
    expect(readdirSync(clone).filter((name) => name.startsWith(".tiphys-"))).toEqual([]);
    expect(git(clone, "diff", "--cached", "--name-only", "--diff-filter=A").trim().split("\n")).toContain(
      ".tiphys.json",
    );
  });

  test("passes npm test, and its results are the same", () => {
    commit(clone);
    const tests = run(clone, "npm", "test");
    const start = run(clone, "npm", "start");

    expect(tests.code, tests.output).toBe(0);
    expect(tests.output).toMatch(/Tests +\d+ passed/);
    expect(start.output).toContain("accuracy  0.7532\nauc       0.8147\n");
  });

  test("is a project already", () => {
    expect(run(clone, "npm", "run", "init").output).toContain('Missing script: "init"');
  });
});
