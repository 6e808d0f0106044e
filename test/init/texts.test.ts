import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { mergePackage } from "../../engine-update/merge-package.js";
import { inferContract } from "../../init/infer/contract.js";
import { examplesOfTheData, withoutExamples, withoutRows } from "../../init/keep-examples.js";
import { checkImageName, checkName, proposeName } from "../../init/names.js";
import { readOptions } from "../../init/options.js";
import { packageJson, packageLock } from "../../init/package-json.js";
import { planChanges } from "../../init/plan-changes.js";
import type { OwnData } from "../../init/project.js";
import { projectFiles } from "../../init/project-files.js";
import { renamed } from "../../init/rename.js";
import {
  helpersOfOtherTests,
  ofTheTemplate,
  ofTheTemplatesData,
  testsOfAnyData,
  testsOfExamples,
} from "../../init/template-files.js";
import { withoutGone } from "../../init/write/without-gone.js";
import { targetsOf } from "../docs/markdown.js";
import { root } from "../project.js";

test.each([
  ["Churn Daten 2024.csv", "churn-daten-2024-csv"],
  ["Ärzte", "arzte"],
  ["---", "my-pipeline"],
  ["evaluate", "my-pipeline"],
])("of %j the name %j is proposed", (text, name) => {
  expect(proposeName(text)).toBe(name);
});

test.each(["Churn", "a_b", "-a", "a-", "x".repeat(53), "", "evaluate"])("the name %j is refused", (name) => {
  expect(() => checkName(name)).toThrow();
});

test("an image has no tag, but may have a port", () => {
  expect(checkImageName("localhost:5000/team/churn")).toBe("localhost:5000/team/churn");
  expect(() => checkImageName("ghcr.io/me/churn:1.0")).toThrow("is not an image name without a tag");
  expect(() => checkImageName("ghcr.io/me/")).toThrow();
});

test("a new name that holds the old one is not replaced twice", () => {
  const project = {
    name: "diabetes-pipeline-2",
    image: "me/diabetes-pipeline",
    data: undefined,
    keepExamples: false,
  };
  expect(
    renamed("ghcr.io/your-name/diabetes-pipeline:1 diabetes-pipeline model-training-pipeline", project),
  ).toBe("me/diabetes-pipeline:1 diabetes-pipeline-2 diabetes-pipeline-2");
});

const kept = {
  wasThere: (path: string) => path !== "nowhere/x",
  isThere: (path: string) => !path.startsWith("gone"),
  isScript: (name: string) => name !== "gone",
};

test.each<[string, string, string]>([
  [
    "a sentence with a link",
    "One. See [a](../gone/a.ts#x). [Two](b.md) stays.\n",
    "One. [Two](b.md) stays.\n",
  ],
  ["a sentence over lines", "One of [a\nb](../gone/a.ts) and\n`c`. Two.\n", "Two.\n"],
  ["a paragraph", "# A\n\n[a](../gone/a.ts): b.\n\nC.\n", "# A\n\nC.\n"],
  [
    "an item, and a sentence of one",
    "- `gone/a.ts`.\n- B. See `npm run gone`.\n  C.\n- D\n",
    "- B. C.\n- D\n",
  ],
  ["a row of a table", "| a |\n|---|\n| `npm run gone` |\n| b |\n", "| a |\n|---|\n| b |\n"],
  ["a section", "A.\n\n## B\n\n[b](../gone/b.md).\n\n## C\n\nD.\n", "A.\n\n## C\n\nD.\n"],
  ["a command", "A.\n\n```sh\nnpm run gone -- x\nnpm start\n```\n", "A.\n\n```sh\nnpm start\n```\n"],
  [
    "a block and what announces it",
    "A is b. An example:\n\n```sh\nnpm run gone\n```\n\nC.\n",
    "A is b.\n\nC.\n",
  ],
  [
    "nothing that is there",
    "See [a](../b.md), [c](https://c.org), [d](#d), `nowhere/x`.\n",
    "See [a](../b.md), [c](https://c.org), [d](#d), `nowhere/x`.\n",
  ],
])("a page loses %s about what is gone", (_what, page, expected) => {
  expect(withoutGone(page, "docs/page.md", kept)).toBe(expected);
});

test("examples that need the template's data are removed from the list and the page", () => {
  const sources = new Map([
    ["main", 'from "../src/workflow.js"'],
    ["one", "x"],
    ["two", 'from "../src/dataset.js"'],
  ]);
  expect(examplesOfTheData(sources)).toEqual(["two"]);
  const all = `import { one } from "./one.js";
import { two } from "./two.js";

export const examples = [
  { name: "one", workflow: one },
  {
    name: "two",
    workflow: two,
  },
];
`;
  expect(withoutExamples(all, ["two"])).toBe(`import { one } from "./one.js";

export const examples = [
  { name: "one", workflow: one },
];
`);
  expect(withoutExamples(all, ["one"])).not.toContain("one");
  expect(withoutRows("| [one](one.ts) | x |\n| [two](two.ts) | y |", ["two"])).toBe("| [one](one.ts) | x |");
});

test.each<[string[], string]>([
  [["--missing", "drop"], '--missing: found "drop", expected impute or refuse.'],
  [["--target", "y"], "--target needs your own file: --data FILE"],
  [["--dta", "x"], "Unknown option '--dta'"],
])("refuses %j", (args, sentence) => {
  expect(() => readOptions(args, {})).toThrow(sentence);
});

test("reports options that npm took as its own", () => {
  const environment = { npm_lifecycle_event: "init", npm_config_data: "x.csv" };
  expect(() => readOptions([], environment)).toThrow(
    "npm took --data as its own option. Put two hyphens before it",
  );
});

test("package.json is merged entry by entry: the project's edits stay", () => {
  const before = { scripts: { a: "1", b: "1", c: "1", d: "1" } };
  const after = { scripts: { a: "2", b: "2", d: "1", e: "2" } };
  const { text, kept } = mergePackage(
    '{"name":"x","scripts":{"a":"1","b":"mine","c":"1","own":"1"}}',
    before,
    after,
  );

  expect(JSON.parse(text)).toEqual({ name: "x", scripts: { a: "2", b: "mine", own: "1", e: "2" } });
  expect(kept).toEqual(['scripts.b: "2"']);
});

test("a script that leaves the engine's tests out is merged as one that was not edited", () => {
  const { text, kept } = mergePackage(
    '{"scripts":{"test":"vitest run --exclude \\"packages/**\\""}}',
    { scripts: { test: "vitest run" } },
    { scripts: { test: "vitest run --new" } },
  );

  expect(JSON.parse(text)).toEqual({ scripts: { test: 'vitest run --new --exclude "packages/**"' } });
  expect(kept).toEqual([]);
});

/** What is known of a small file of two columns. */
const ownData: OwnData = {
  inferred: inferContract(
    {
      path: "given.csv",
      isCompressed: false,
      delimiter: ",",
      above: [],
      names: ["a", "y"],
      renamed: [],
      surplusNames: 0,
      columns: [
        Array.from({ length: 40 }, (_, i) => `${i}.5`),
        Array.from({ length: 40 }, (_, i) => `${i % 2}`),
      ],
      rows: 40,
    },
    "y",
  ),
  positive: 1,
  missing: "impute",
  conversions: [],
};

test("every passage and every path that is replaced or removed is there in the template", () => {
  const kept = { name: "mine", image: "me/mine", data: undefined, keepExamples: false };
  const changes = planChanges(root, kept);
  const read = (path: string): string => {
    const change = changes.get(path);
    return change !== undefined && change !== "removed" && "text" in change ? change.text : "";
  };

  expect(read("README.md")).toContain("[update the engine](docs/how-to/update-the-engine.md)");
  expect(read("README.md")).not.toContain("npm run init");
  expect(read("CONTRIBUTING.md")).toContain("`npm run e2e` needs a cluster of your own");
  expect(read("CONTRIBUTING.md")).toContain("those of the engine\nrun with `npm run test:engine`.");
  expect(read("CONTRIBUTING.md")).not.toMatch(/test:init|recorded|E2E_RECORD/);
  expect(read("CHANGELOG.md")).toMatch(/^## \[Unreleased\]\n\n### Added\n\n- mine: /m);
  expect(changes.get("test/docs/readme.test.ts")).toBe("removed");
  expect(helpersOfOtherTests.map((path) => changes.get(path))).toEqual([undefined, undefined]);
  expect(JSON.parse(read("package.json"))).toMatchObject({
    name: "mine",
    tiphys: { image: "me/mine" },
    scripts: {
      test: expect.stringMatching(/ && vitest run --exclude "packages\/\*\*"$/),
      "test:engine": "vitest run packages/",
    },
  });
  expect(read("src/workflow.ts")).toContain('name: "mine"');
  expect([...changes].filter(([path]) => path.startsWith("init"))).toEqual([["init", "removed"]]);
  expect([...changes.keys()].slice(-2)).toEqual(["package.json", "init"]);
  const places = [
    ...ofTheTemplate,
    ...helpersOfOtherTests,
    ...ofTheTemplatesData,
    ...testsOfAnyData,
    ...testsOfExamples,
  ];
  expect(places.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("a project begins with its own first version, also in the lock file, and keeps the engine's", () => {
  const project = { name: "mine", image: "me/mine", data: undefined, keepExamples: false };
  const manifest = {
    name: "template",
    version: "3.2.1",
    description: "",
    tiphys: { image: "x" },
    scripts: {},
  };
  const engine = { name: "@tiphys/ml", version: "3.2.1" };
  const lock = {
    name: "template",
    version: "3.2.1",
    lockfileVersion: 3,
    packages: { "": { name: "template", version: "3.2.1", license: "MIT" }, "packages/ml": engine },
  };

  const own = { name: "mine", version: "0.1.0" };
  expect(JSON.parse(packageJson(JSON.stringify(manifest), project, []))).toMatchObject(own);
  expect(packageLock(JSON.stringify(lock), project)).toBe(
    `${JSON.stringify({ ...lock, ...own, packages: { "": { ...own, license: "MIT" }, "packages/ml": engine } }, undefined, 2)}\n`,
  );
});

test("the list of packages that cannot be bundled stays in a project's package.json", () => {
  const template = {
    name: "diabetes-pipeline",
    description: "",
    tiphys: { image: "me/template", template: true, external: ["sharp"] },
    scripts: {},
  };
  const project = { name: "mine", image: "me/mine", data: undefined, keepExamples: false };

  expect(JSON.parse(packageJson(JSON.stringify(template), project, [])).tiphys).toEqual({
    image: "me/mine",
    external: ["sharp"],
  });
});

const templateFiles = projectFiles(root);

/** Whether a path is one of the files, or a folder of one. */
function holds(files: readonly string[], path: string): boolean {
  return files.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, "")}/`));
}

describe.each([
  ["the template's data", undefined, false],
  ["data of its own", ownData, false],
  ["data of its own and examples", ownData, true],
])("in a project with %s", (_what, data, keepExamples) => {
  const changes = planChanges(root, { name: "mine", image: "me/mine", data, keepExamples });
  const files = [...new Set([...templateFiles, ...changes.keys()])].filter(
    (path) => changes.get(path) !== "removed" && !path.startsWith("init/"),
  );
  const textOf = (path: string): string => {
    const change = changes.get(path);
    return change !== undefined && change !== "removed" && "text" in change
      ? change.text
      : readFileSync(join(root, path), "utf8");
  };
  const isThere = (path: string): boolean => holds(files, path);
  const pages = files.filter((path) => path.endsWith(".md") && !/^(packages|bench|e2e)\//.test(path));
  const { scripts }: { readonly scripts: object } = JSON.parse(textOf("package.json"));

  test.each(pages)("%s mentions nothing that was removed", (page) => {
    const text = textOf(page);
    const links = targetsOf(text).flatMap((target) => {
      const [file = ""] = target.split("#");
      return file === "" || /^[a-z]+:/.test(target) || isThere(posix.join(dirname(page), file))
        ? []
        : [target];
    });
    const commands = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = ""]) => name);
    const paths = [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, path = ""]) => path);

    expect(links).toEqual([]);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    expect(paths.filter((path) => holds(templateFiles, path) && !isThere(path))).toEqual([]);
    expect(text).not.toMatch(/^##+ .*\n+(?=#{1,2} |$(?![\s\S]))/m);
  });

  test("files that GitHub reads mention no removed page", () => {
    const named = files
      .filter((path) => path.startsWith(".github/"))
      .flatMap((path) => [...textOf(path).matchAll(/\bdocs\/[\w/-]+\.md\b/g)].map(([page]) => page));

    expect(named.filter((page) => !isThere(page))).toEqual([]);
  });
});
