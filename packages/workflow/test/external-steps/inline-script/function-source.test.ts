import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { describe, expect, test } from "vitest";
import { DefinitionError } from "../../../src/definition/errors.js";
import { functionSource } from "../../../src/external-steps/inline-script/function-source.js";
import { functions } from "../../fixtures/inline-script/functions.js";
import { tempDir } from "../../temp-dir.js";

const program = fileURLToPath(new URL("../../fixtures/inline-script/print-sources.ts", import.meta.url));

type Sources = Readonly<Record<string, string>>;

const underVitest: Sources = Object.fromEntries(
  Object.entries(functions).map(([name, fn]) => [name, functionSource(name, fn)]),
);

function printed(args: readonly string[]): Sources {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 25_000 });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
}

describe("the source of a function is the same as under vitest", () => {
  test("under tsx", () => {
    expect(printed(["--import", import.meta.resolve("tsx"), program])).toEqual(underVitest);
  });

  test.each<[string, BuildOptions]>([
    ["for Node 20", {}],
    ["with names kept", { keepNames: true }],
    ["with white space taken out", { minifyWhitespace: true, keepNames: true }],
    ["as CommonJS", { format: "cjs" }],
    ["as CommonJS without import()", { format: "cjs", supported: { "dynamic-import": false } }],
    ["for the newest Node", { target: "node24" }],
  ])("in a bundle %s", async (_, options) => {
    const file = join(tempDir(), options.format === "cjs" ? "bundle.cjs" : "bundle.mjs");
    await build({
      entryPoints: [program],
      outfile: file,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "error",
      ...options,
    });

    expect(printed([file])).toEqual(underVitest);
  });
});

describe("the source of a function", () => {
  test("has no types, comments and helpers, and one spelling for each thing", () => {
    expect(underVitest.method).toBe(`function (inputs) {
  const double = x => x * 2;
  function inner(value) {
    return value ?? undefined;
  }
  class Counter {
    static made = 0;
    #count = 0;
    add() {
      this.#count++;
      Counter.made += 1;
      return this;
    }
    get count() {
      return this.#count;
    }
  }
  const Other = class {
    n = 255;
  };
  const counter = new Counter().add().add();
  return double(inner(inputs.rate)) + counter.count + new Other().n + Counter.made;
}`);
  });

  test("has import() as it was written", () => {
    expect(underVitest.imports).toBe(`async function ({path}) {
  const {basename} = await import("node:path");
  const {hostname} = await import("node:os");
  return typeof hostname === "function" ? basename(path) : "";
}`);
  });

  test("has variables without the numbers that a bundle may add, unless two would have the same name", () => {
    expect(underVitest.collisions).toBe(`function ({result, value1: value, value2}) {
  const entries = [result, value, value2];
  const sorted = entries.map(entry => {
    const result2 = entry * 2;
    return result2;
  });
  const utf = sorted.length;
  return {
    result,
    value1: value,
    entries,
    utf8: utf,
    class1: sorted
  };
}`);
  });

  test("keeps a function's own name only where it calls itself", () => {
    expect(underVitest.expression).toContain("function named(inputs)");
    expect(underVitest.declared).toContain("async function declared(inputs)");
    expect(functionSource("x", function named() {})).toBe("function () {}");
  });

  test("contains no {{, which Argo would replace", () => {
    expect(Object.values(underVitest).filter((source) => source.includes("{{"))).toEqual([]);
  });
});

const inputs: Readonly<Record<string, unknown>> = {
  arrow: { a: 2 },
  asyncArrow: { text: "t" },
  method: { rate: 4 },
  imports: { path: "/a/b.txt" },
  texts: undefined,
  objects: { key: "k2" },
  control: { rows: [1, 2, 3] },
  collisions: { result: 1, value1: 2, value2: 3 },
  operators: { a: 1.5, b: 2 },
  declared: { depth: 3 },
  expression: { depth: 3 },
};

test.each(Object.keys(functions))("the source of %s returns the same as the function", async (name) => {
  const file = join(tempDir(), "source.mjs");
  writeFileSync(file, `export default (${underVitest[name]});`);
  const printedFunction: { default: (values: unknown) => unknown } = await import(/* @vite-ignore */ file);
  const original = Object.entries(functions).find(([key]) => key === name)?.[1] as (
    values: unknown,
  ) => unknown;

  expect(await printedFunction.default(inputs[name])).toEqual(await original(inputs[name]));
});

describe("a function is refused when it", () => {
  test.each<[string, () => (...args: never[]) => unknown, string]>([
    [
      "is native",
      () => Math.max,
      "its function is native or bound, so that it has no source. Write the function out.",
    ],
    ["is bound", () => (() => 1).bind(null), "its function is native or bound"],
    ["is a generator", () => evaluated("function* () { yield 1; }"), "its function is a generator"],
    ["is a class", () => evaluated("class A {}"), "its function could not be read"],
    [
      "is not in strict mode",
      () => evaluated("function (a) { with (a) { return b; } }"),
      "could not be read",
    ],
  ])("%s", (_, make, message) => {
    expect(() => functionSource("inline script a", make())).toThrow(DefinitionError);
    expect(() => functionSource("inline script a", make())).toThrow(message);
  });
});

/** A function from source text, without a transpiler. */
function evaluated(source: string): (...args: never[]) => unknown {
  return new Function(`return (${source});`)();
}
