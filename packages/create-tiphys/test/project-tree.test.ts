import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { publishedPages } from "../../../scripts/pack/published-pages.js";
import { targetsOf } from "../../../test/docs/markdown.js";
import type { NewProject, OwnData } from "../src/answers/answers.js";
import { readRecord } from "../src/answers/record.js";
import { projectLock } from "../src/template/package-lock.js";
import { projectTree } from "../src/template/project-tree.js";
import { readRepository } from "../src/template/read-repository.js";
import { templateFiles } from "../src/template/template-files.js";
import { withoutTemplateOnly } from "../src/template/without-template-only.js";

const root = join(import.meta.dirname, "../../..");
const template = readRepository(root);

/** What is known of a small file of two columns. */
const ownData: OwnData = {
  inferred: {
    file: { names: ["a", "y"], rows: 40, delimiter: "," },
    features: [{ name: "a", missing: 0, kind: "number", integer: false, range: { min: 0, max: 60 } }],
    leftOut: [],
    target: {
      name: "y",
      classes: [
        { value: 0, rows: 20 },
        { value: 1, rows: 20 },
      ],
    },
  },
  positive: 1,
  missing: "impute",
  conversions: [],
};

const named = { name: "mine", image: "me/mine" };

test("every file and folder that a project takes is in the repository", () => {
  expect(templateFiles.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

/** Whether a path is one of the files, or a folder of one. */
function holds(files: readonly string[], path: string): boolean {
  return files.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, "")}/`));
}

const everyFile = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).trim().split("\n");

describe.each<[string, NewProject]>([
  ["the template's data", { ...named, packages: "registry" }],
  ["data of its own", { ...named, packages: "registry", data: ownData }],
  ["packages in vendor/", { ...named, packages: "vendor", data: ownData }],
])("a project with %s", (_what, project) => {
  let tree: ReadonlyMap<string, string>;
  beforeAll(() => {
    tree = projectTree(template, project);
  });
  const textOf = (path: string): string => tree.get(path) ?? "";

  test("has at most 70 files with its lock file, its data and its tarballs", () => {
    const others = [
      "package-lock.json",
      ...(project.data === undefined ? [] : ["data/mine.csv"]),
      ...Array.from({ length: 4 }, (_, i) => `vendor/${i}.tgz`),
    ];
    expect(tree.size + others.length).toBeLessThanOrEqual(70);
    expect(
      [...tree.keys()].filter((path) => /^(packages|examples|e2e|bench|init|scripts)\//.test(path)),
    ).toEqual([]);
  });

  test("records what it was made from, so that the same files can be made again", () => {
    const record = readRecord(textOf(".tiphys.json"));

    expect(record).toEqual({ version: template.version, project });
    expect(projectTree(template, record.project)).toEqual(tree);
  });

  test("has names of its own, its first version, and the engine as packages", () => {
    const range = (name: string): string =>
      project.packages === "vendor"
        ? `file:vendor/tiphys-${name}-${template.version}.tgz`
        : `^${template.version}`;

    expect(JSON.parse(textOf("package.json"))).toMatchObject({
      name: "mine",
      version: "0.1.0",
      tiphys: { image: "me/mine" },
      dependencies: {
        "@tiphys/argo-lint": range("argo-lint"),
        "@tiphys/ml": range("ml"),
        "@tiphys/workflow": range("workflow"),
      },
    });
    expect(textOf("package.json")).not.toContain('"workspaces"');
    expect(textOf("src/workflow.ts")).toContain('name: "mine"');
    expect(textOf("CHANGELOG.md")).toMatch(/^## \[Unreleased\]\n\n### Added\n\n- mine: /m);
  });

  test("builds its image from its own files", () => {
    const copied = [...textOf("Dockerfile").matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(
      ([, paths = ""]) => paths.split(" "),
    );
    const vendor = project.packages === "vendor" ? ["vendor"] : [];

    expect(copied.filter((path) => path !== "dist/")).toEqual([
      "package.json",
      "package-lock.json",
      ".npmrc",
      ...vendor,
      "src",
      "tsconfig.json",
    ]);
    expect(textOf(".dockerignore").includes("!vendor\n")).toBe(project.packages === "vendor");
  });

  test("no file has marks or settings of the template", () => {
    for (const [path, text] of tree) {
      if (path.startsWith("data/")) continue;
      expect(text, path).not.toMatch(/template-only|PUBLISH_PACKAGES|ENGINE_CI|packages\/\*/);
    }
  });

  test("pages name only files and scripts that are there", () => {
    const files = [...tree.keys(), "data/mine.csv", "node_modules/x", "package-lock.json"];
    const { scripts }: { readonly scripts: object } = JSON.parse(textOf("package.json"));
    const faults = [...tree].flatMap(([page, text]) => {
      if (!page.endsWith(".md")) return [];
      const links = targetsOf(text)
        .map((target) => target.split("#")[0] ?? "")
        .filter((file) => file !== "" && !/^[a-z]+:/.test(file))
        .map((file) => posix.join(dirname(page), file))
        .filter((file) => !file.startsWith("node_modules/@tiphys/workflow/") && !holds(files, file));
      const commands = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = ""]) => name);
      const paths = [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, path = ""]) => path);
      return [
        ...links,
        ...commands.filter((name) => !(name in scripts)),
        ...paths.filter((path) => holds(everyFile, path) && !holds(files, path)),
        ...(/^##+ .*\n+(?=#{1,2} |$(?![\s\S]))/m.test(text) ? ["a heading without text"] : []),
      ].map((fault) => `${page}: ${fault}`);
    });

    expect(faults).toEqual([]);
  });

  test("links to the engine's pages lead to files that its package publishes", () => {
    const published = [...tree].flatMap(([page, text]) =>
      page.endsWith(".md")
        ? targetsOf(text)
            .map((target) => posix.join(dirname(page), target.split("#")[0] ?? ""))
            .filter((file) => file.startsWith("node_modules/@tiphys/workflow/"))
            .map((file) => file.replace("node_modules/@tiphys/workflow/", ""))
        : [],
    );

    expect(published.length).toBeGreaterThan(5);
    expect(published.filter((file) => !publishedPages().includes(file))).toEqual([]);
  });

  test("files that GitHub reads name no page that is not there", () => {
    const pages = [...tree]
      .filter(([path]) => path.startsWith(".github/"))
      .flatMap(([, text]) => [...text.matchAll(/\bdocs\/[\w/-]+\.md\b/g)].map(([page]) => page));

    expect(pages.filter((page) => !tree.has(page))).toEqual([]);
  });
});

test("the lock file has the template's versions of other packages, and leaves the engine's to npm", () => {
  const text = template.files.get("package-lock.json") ?? "";
  const manifest = projectTree(template, { ...named, packages: "registry" }).get("package.json") ?? "";
  const { packages: ofTemplate } = JSON.parse(text);

  const { name, packages } = JSON.parse(projectLock(text, manifest));

  const { "": project, ...others } = packages;
  expect(name).toBe("mine");
  expect(project.dependencies).toEqual(JSON.parse(manifest).dependencies);
  expect(Object.keys(others).filter((path) => /^packages\/|@tiphys\/|create-tiphys/.test(path))).toEqual([]);
  expect(others["node_modules/vitest"]).toEqual(ofTemplate["node_modules/vitest"]);
  expect(JSON.stringify(packages)).not.toContain('"resolved"');
});

test.each([
  ["{}", ".tiphys.json, formatVersion: "],
  ["not JSON", ".tiphys.json, the file: "],
  [
    '{"formatVersion":1,"version":"1.0.0","project":{"name":"a","image":"b"}}',
    ".tiphys.json, project.packages: ",
  ],
])("the record %s is refused, with its fault and how to fix it", (text, fault) => {
  expect(() => readRecord(text)).toThrow(fault);
  expect(() => readRecord(text)).toThrow("restore it from git's history.");
});

test("packages that cannot be bundled stay listed in package.json", () => {
  const text = template.files.get("package.json") ?? "";
  const listed = text.replace('"template": true', '"template": true, "external": ["sharp"]');
  const files = new Map([...template.files, ["package.json", listed] as const]);

  const tree = projectTree({ ...template, files }, { ...named, packages: "registry" });

  expect(JSON.parse(tree.get("package.json") ?? "").tiphys).toEqual({
    image: "me/mine",
    external: ["sharp"],
  });
});

test("the lines between the marks are left out, and a missing mark is reported", () => {
  const text = "a\n# <template-only>\nb\n# </template-only>\nc\n";
  expect(withoutTemplateOnly(text, "x")).toBe("a\nc\n");
  expect(withoutTemplateOnly("  // <template-only>\nb\n  // </template-only>\n", "x")).toBe("");
  expect(() => withoutTemplateOnly("# <template-only>\n", "x")).toThrow("x: </template-only> is missing.");
  expect(() => withoutTemplateOnly("# </template-only>\n", "x")).toThrow("x: unexpected # </template-only>.");
});
