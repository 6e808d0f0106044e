import {
  type Finding,
  type LintOptions,
  lintManifest,
  lintSources,
  type Rule,
  rules,
  type Severity,
} from "@tiphys/argo-lint";
import { expect, expectTypeOf, test } from "vitest";
import { workflow } from "./table.js";

const wrong = workflow(`
  - name: main
    container: { image: "busybox:1.37" }`).replace("entrypoint: main", "entrypoint: mian");

const rule = rules.filter(({ name }) => name === "entrypoint");

test("a text is linted, with the lines of the text", () => {
  expect(lintManifest(wrong, { rules: rule })).toMatchObject([
    {
      rule: "entrypoint",
      severity: "error",
      file: "<text>",
      line: 6,
      column: 15,
      endLine: 6,
      endColumn: 19,
      path: "spec.entrypoint",
      manifest: "Workflow test-",
    },
  ]);
});

test("an object is linted, with the lines of its JSON", () => {
  const manifest = {
    kind: "Workflow",
    metadata: { generateName: "a-" },
    spec: { entrypoint: "mian", templates: [] },
  };

  const [finding] = lintManifest(manifest, { rules: rule });

  expect(finding).toMatchObject({ file: "<object>", path: "spec.entrypoint" });
  expect(JSON.stringify(manifest, null, 2).split("\n")[(finding?.line ?? 0) - 1]).toBe(
    '    "entrypoint": "mian",',
  );
});

test("a value that is not a manifest has no findings", () => {
  expect(lintManifest("")).toEqual([]);
  expect(lintManifest("just a text")).toEqual([]);
  expect(lintManifest("kind: Service\nspec: 3\n")).toEqual([]);
  expect(lintManifest([1, 2])).toEqual([]);
});

test("several sources refer to each other, and findings come in the order of the sources", () => {
  const files = ["b.yaml", "a.yaml"].map((file) => ({ file, content: Buffer.from(wrong) }));

  expect(lintSources(files, { rules: rule }).map(({ file }) => file)).toEqual(["b.yaml", "a.yaml"]);
});

test("a comment for a rule that is not checked is not reported as useless", () => {
  const text = `${wrong}# lint-ignore-document unknown-field\n`;

  expect(lintManifest(text, { rules: rule }).map(({ rule }) => rule)).toEqual(["entrypoint"]);
});

test("has the types of its inputs and outputs", () => {
  expectTypeOf(lintManifest).parameter(0).toEqualTypeOf<string | object>();
  expectTypeOf(lintManifest).parameter(1).toEqualTypeOf<LintOptions | undefined>();
  expectTypeOf(lintManifest).returns.toEqualTypeOf<Finding[]>();
  expectTypeOf(lintSources).returns.toEqualTypeOf<Finding[]>();
  expectTypeOf(rules).toEqualTypeOf<readonly Rule[]>();
  expectTypeOf<Severity>().toEqualTypeOf<"error" | "warning" | "note">();
  expectTypeOf<number>().not.toExtend<Parameters<typeof lintManifest>[0]>();
  expectTypeOf<{ rules: string[] }>().not.toExtend<LintOptions>();
});
