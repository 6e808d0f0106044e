import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isObject, type JsonObject, type JsonValue } from "../../src/model/json.js";
import { manifestKinds } from "../../src/model/manifest.js";
import { checkShape } from "../../src/schema/check-shape.js";
import { readDocument } from "../../src/source/source-document.js";
import { splitDocuments } from "../../src/source/split.js";

const examples = join(import.meta.dirname, "../../../../examples");
// A project may have no examples.
const golden = existsSync(examples) ? manifestsIn(examples) : [];
const argoExamples = process.env.ARGO_EXAMPLES;

function manifestsIn(folder: string): { readonly file: string; readonly value: JsonObject }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ya?ml$/.test(file))
    .flatMap((file) =>
      splitDocuments(readFileSync(join(folder, file), "utf8")).flatMap((chunk) => {
        const { value } = readDocument(chunk);
        return isObject(value) && manifestKinds.some((kind) => kind === value.kind) ? [{ file, value }] : [];
      }),
    );
}

function shapeOf(value: JsonObject) {
  const kind = manifestKinds.find((each) => each === value.kind);
  if (kind === undefined) throw new Error(`There is no kind ${String(value.kind)}.`);
  return checkShape(kind, value);
}

function shapeOfSpec(spec: JsonObject) {
  return shapeOf({ apiVersion: "argoproj.io/v1alpha1", kind: "Workflow", metadata: {}, spec });
}

test.skipIf(golden.length === 0)("the project's own examples have the shape that Argo requires", () => {
  expect(golden.length).toBeGreaterThan(5);
  expect(golden.flatMap(({ file, value }) => shapeOf(value).problems.map((each) => [file, each]))).toEqual(
    [],
  );
});

test.skipIf(argoExamples === undefined)("Argo's examples do too (needs ARGO_EXAMPLES)", () => {
  const found = manifestsIn(argoExamples ?? "").flatMap(({ file, value }) =>
    shapeOf(value)
      .problems.filter(({ kind }) => kind !== "null-value")
      .map((each) => [file, each.at.join(".")]),
  );
  expect(found).toEqual([]);
});

/** Fields that Argo reads any value of. */
const anything = /^(value|default|description)$|withItems|plugin|enum/;

test.skipIf(golden.length === 0)("a list in place of any single value is found", () => {
  const places = golden.flatMap(({ value }) => leaves(value).map((at) => ({ value, at })));
  fc.assert(
    fc.property(fc.constantFrom(...places), ({ value, at }) => {
      if (at.some((part) => typeof part === "string" && anything.test(part)) || at[0] === "kind") return;
      const { problems, value: read } = shapeOf(withValue(value, at, [[]]) as JsonObject);
      expect(problems.map((problem) => [problem.kind, problem.at])).toEqual([["wrong-type", at]]);
      expect(read).toBeUndefined();
    }),
  );
});

function leaves(value: JsonValue, at: readonly (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) return value.flatMap((item: JsonValue, i) => leaves(item, [...at, i]));
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => leaves(item, [...at, key]));
  return [[...at]];
}

function withValue(value: JsonValue, at: readonly (string | number)[], leaf: JsonValue): JsonValue {
  const [first, ...rest] = at;
  if (first === undefined) return leaf;
  if (Array.isArray(value))
    return value.map((item: JsonValue, i) => (i === first ? withValue(item, rest, leaf) : item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === first ? withValue(item, rest, leaf) : item]),
  );
}

describe("values that Argo converts", () => {
  test("fields without a value are read as missing", () => {
    expect(shapeOfSpec({ entrypoint: null, arguments: { parameters: null } }).value?.spec).toEqual({
      arguments: {},
    });
  });

  test("numbers and booleans become texts as values of parameters", () => {
    const spec = {
      arguments: {
        parameters: [
          { name: "a", value: 1.5 },
          { name: "b", value: true },
          { name: "c", value: [1] },
        ],
      },
    };
    const { value } = shapeOfSpec(spec);
    const parameters = [
      { name: "a", value: "1.5" },
      { name: "b", value: "true" },
      { name: "c", value: "" },
    ];
    expect(value?.spec).toEqual({ arguments: { parameters } });
  });

  test("items of loops stay as they are", () => {
    const tasks = [{ name: "a", withItems: [1, null, { b: null }] }];
    const templates = [{ name: "main", dag: { tasks } }];
    expect(shapeOfSpec({ templates }).value?.spec).toEqual({ templates });
  });

  test("a status is compared too", () => {
    const value = { kind: "Workflow", metadata: {}, spec: {}, status: { phase: 1 } };
    expect(shapeOf(value).problems.map(({ at }) => at)).toEqual([["status", "phase"]]);
  });

  test("labels called __proto__ are kept", () => {
    const labels: JsonObject = JSON.parse('{"__proto__": "a"}');
    const { value } = shapeOf({ kind: "Workflow", metadata: { labels } });
    expect(JSON.stringify(value?.metadata)).toBe('{"labels":{"__proto__":"a"}}');
  });
});

describe("advice for unknown fields", () => {
  test.each([
    ["other letters", { Entrypoint: "main" }, 'Write it as "entrypoint".'],
    ["a slip", { entrypiont: "main" }, 'Did you mean "entrypoint"?'],
    [
      "a field of what is beside it",
      { templates: [{ name: "a", container: {}, command: [] }] },
      'Move it into "container", where it belongs.',
    ],
    [
      "a field of what is around it",
      { templates: [{ name: "a", container: { retryStrategy: {} } }] },
      'Move it out, next to "container", where it belongs.',
    ],
  ])("%s", (_title, spec, fix) => {
    expect(shapeOfSpec(spec as JsonObject).problems.map((problem) => problem.fix)).toEqual([fix]);
  });
});
