import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { root } from "./project.js";

const engine = "packages/workflow/src";
const linter = "@tiphys/argo-lint";

/** What the files of a folder, except its tests, import from outside it: other folders and packages, each once. */
function importsOf(folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  const imported = files
    .filter((file) => /\.[jt]s$/.test(file) && !file.startsWith("test/"))
    .map((file) => join(root, folder, file))
    .flatMap((file) => specifiersOf(file).map((specifier) => folderOf(specifier, file)));
  return [...new Set(imported)].filter((name) => name !== folder).sort();
}

function specifiersOf(file: string): string[] {
  const imports = /(?:^import |^import\(|^(?:import|export)\b[^"';]*\bfrom |\bimport\()\s*"([\w@./:-]+)"/gm;
  return [...readFileSync(file, "utf8").matchAll(imports)].flatMap(([, specifier = ""]) => specifier);
}

function folderOf(specifier: string, file: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const path = relative(root, resolve(dirname(file), specifier));
  const folders =
    /^(packages\/workflow\/src\/[^/]+|packages\/workflow\/bin|packages\/create-tiphys\/src\/[^/]+|packages\/[\w-]+\/src|src)\//;
  return folders.exec(path)?.[1] ?? path;
}

function ours(imported: string): boolean {
  return /^(\.|\/|packages\/|src|test|examples|scripts|@tiphys\/)/.test(imported);
}

test.each([
  ["files", []],
  ["definition", []],
  ["codecs", ["definition"]],
  ["dataset", ["codecs", "definition", "files"]],
  ["execution", ["definition", "files"]],
  ["external-steps", ["definition", "files"]],
  ["argo-yaml", []],
  ["argo", ["argo-yaml", "definition", "files"]],
  ["storage", ["definition", "files"]],
  ["local", ["definition", "execution", "files", "storage"]],
  ["history", ["definition", "files", "local"]],
  ["comparison", ["definition", "files", "local"]],
  ["history-page", ["comparison", "definition", "files", "history"]],
  [
    "cli",
    ["argo", "comparison", "definition", "execution", "files", "history", "history-page", "local", "storage"],
  ],
])("the engine's folder %s imports %j of the other folders", (folder, expected) => {
  const imported = importsOf(`${engine}/${folder}`).filter(ours);
  expect(imported.filter((name) => !name.startsWith(linter))).toEqual(
    expected.map((name) => `${engine}/${name}`),
  );
});

test("every folder of the engine that has code is in the table", () => {
  const folders = new Set(
    readdirSync(join(root, engine), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && file.includes("/"))
      .map((file) => file.slice(0, file.indexOf("/"))),
  );
  expect([...folders].sort()).toEqual([
    "argo",
    "argo-yaml",
    "cli",
    "codecs",
    "comparison",
    "dataset",
    "definition",
    "execution",
    "external-steps",
    "files",
    "history",
    "history-page",
    "local",
    "storage",
  ]);
});

test("the linter knows nothing of the engine", () => {
  expect(importsOf("packages/argo-lint/src").filter(ours)).toEqual([]);
});

test("the library of machine learning knows nothing of the engine", () => {
  expect(importsOf("packages/ml/src").filter(ours)).toEqual([]);
});

test("the engine knows nothing of the library of machine learning and of the pipeline", () => {
  const others = importsOf(engine).filter((found) => ours(found) && !found.startsWith(engine));
  expect(others.filter((name) => !name.startsWith(linter))).toEqual([]);
});

test("the pipeline imports both packages by their names, and itself", () => {
  expect(importsOf("src").filter(ours)).toEqual(["@tiphys/ml", "@tiphys/workflow", "@tiphys/workflow/cli"]);
});

test.each(["contract.test.ts", "image.test.ts", "run.test.ts", "project.ts"])(
  "test/%s imports only what a project that is made of the template has",
  (file) => {
    const foreign = specifiersOf(join(root, "test", file)).filter(
      (name) => !/^(node:|vitest$|zod$|@tiphys\/|\.\.\/src\/)/.test(name) && name !== "./project.js",
    );
    expect(foreign).toEqual([]);
  },
);

test("bin imports only esbuild: it runs before a bundle exists", () => {
  const imported = importsOf("packages/workflow/bin");
  expect(imported.filter((name) => !name.startsWith("node:"))).toEqual(["esbuild"]);
});

test.each([
  ["csv", ["packages/workflow/src/dataset"]],
  ["infer", ["create/csv", "packages/workflow/src/dataset"]],
  ["answers", ["create/infer", "packages/workflow/src/dataset"]],
  ["write", ["create/answers"]],
  ["template", ["create/answers", "create/write"]],
  ["npm", ["create/answers"]],
  [
    "cli",
    [
      "create/answers",
      "create/csv",
      "create/infer",
      "packages/ml/src",
      "packages/workflow/src/dataset",
      "src",
    ],
  ],
  ["make", ["create/answers", "create/cli", "create/csv", "create/infer", "create/npm", "create/template"]],
  ["init", ["create/answers", "create/cli", "create/make", "create/npm", "create/template"]],
  ["update", []],
])("create-tiphys' folder %s imports %j", (folder, expected) => {
  // Those of the sources that are written as texts are not its own.
  const isOwn = (name: string): boolean =>
    !name.startsWith("@tiphys/") && name !== "packages/create-tiphys/src/src";
  const imported = importsOf(`packages/create-tiphys/src/${folder}`).filter(ours);
  expect(imported.filter(isOwn)).toEqual(
    expected.map((name) => name.replace(/^create\//, "packages/create-tiphys/src/")),
  );
});
