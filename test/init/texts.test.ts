import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mergePackage } from "../../engine-update/merge-package.js";
import { changesOf } from "../../init/changes-of.js";
import { examplesOfTheData, withoutExamples, withoutRows } from "../../init/keep-examples.js";
import { checkImage, checkName, proposeName } from "../../init/names.js";
import { readOptions } from "../../init/options.js";
import { renamed } from "../../init/rename.js";
import {
  helpersOfOtherTests,
  ofTheTemplate,
  ofTheTemplatesData,
  testsOfAnyData,
  testsOfExamples,
} from "../../init/template-only.js";
import { withoutDeadLinks } from "../../init/unlink.js";
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
  expect(checkImage("localhost:5000/team/churn")).toBe("localhost:5000/team/churn");
  expect(() => checkImage("ghcr.io/me/churn:1.0")).toThrow("is no image's name without a tag");
  expect(() => checkImage("ghcr.io/me/")).toThrow();
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

test("links to what is gone become their text, others stay", () => {
  const page = "[a](../examples/a.ts#x), [b](b.md), [c](https://c.org), [d](#d)";
  expect(withoutDeadLinks(page, "docs/page.md", (path) => path === "docs/b.md")).toBe(
    "a, [b](b.md), [c](https://c.org), [d](#d)",
  );
});

test("examples that need the template's data leave list and page", () => {
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
  [["--target", "y"], "--target is about a file of your own. Name it: --data FILE"],
  [["--dta", "x"], "Unknown option '--dta'"],
])("refuses %j", (args, sentence) => {
  expect(() => readOptions(args, {})).toThrow(sentence);
});

test("tells of options that npm kept for itself", () => {
  const environment = { npm_lifecycle_event: "init", npm_config_data: "x.csv" };
  expect(() => readOptions([], environment)).toThrow("npm kept --data for itself. Put two hyphens before it");
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

test("every passage and every path that is replaced or removed is there in the template", () => {
  const kept = { name: "mine", image: "me/mine", data: undefined, keepExamples: false };
  const changes = changesOf(root, kept);
  const read = (path: string): string => {
    const change = changes.get(path);
    return change !== undefined && change !== "removed" && "text" in change ? change.text : "";
  };

  expect(read("README.md")).toContain("[update the engine](docs/how-to/update-the-engine.md)");
  expect(read("README.md")).not.toContain("npm run init");
  expect(read("CONTRIBUTING.md")).toContain("`npm run e2e` needs a cluster of your own");
  expect(read("CONTRIBUTING.md")).toContain("those of the engine\nare run by `npm run test:engine`.");
  expect(read("CONTRIBUTING.md")).not.toMatch(/test:init|recorded|E2E_RECORD/);
  expect(changes.get("test/docs/readme.test.ts")).toBe("removed");
  expect(helpersOfOtherTests.map((path) => changes.get(path))).toEqual([undefined, undefined]);
  expect(JSON.parse(read("package.json"))).toMatchObject({
    name: "mine",
    pipeline: { image: "me/mine" },
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
