import { describe, expect, test } from "vitest";
import { DefinitionError } from "../../../src/definition/errors.js";
import { functionSource } from "../../../src/external-steps/inline-script/function-source.js";
import { tempDir } from "../../temp-dir.js";

/** A function from source text, without a transpiler. */
function evaluated(source: string): (...args: never[]) => unknown {
  return new Function(`return (${source});`)();
}

function refusal(fn: (...args: never[]) => unknown): string {
  try {
    functionSource("inline script a", fn);
  } catch (error) {
    expect(error).toBeInstanceOf(DefinitionError);
    return error instanceof Error ? error.message : "";
  }
  return "";
}

describe("a function is accepted if it uses", () => {
  test.each([
    ["its parameter", "(inputs) => inputs.a"],
    ["destructured parameters", "({ a, b: { c }, ...rest }) => [a, c, rest]"],
    ["a default that names an earlier parameter", "({ a, b = a }) => b"],
    ["a list's elements", "([a, , b = a, ...c]) => [a, b, c]"],
    ["const and let", "() => { const a = 1; let b = a; return b; }"],
    ["var before and outside its block", "() => { b = 2; if (b) { var b = 1; } return b; }"],
    ["a function before its declaration", "() => { return late(); function late() { return 1; } }"],
    ["a function that calls itself by its name", "function again(n) { return n ? again(n - 1) : 0; }"],
    ["an inner function's own name", "() => (function again(n) { return n ? again(n - 1) : 0; })(3)"],
    ["a class and its parent", "() => { class A {} class B extends A { x = new A(); } return new B(); }"],
    ["a class expression's own name", "() => new (class A { make() { return A; } })()"],
    ["what a catch caught", "() => { try { return 1; } catch ({ message }) { return message; } }"],
    ["a catch without a name", "() => { try { return 1; } catch { return 2; } }"],
    ["a label", "() => { outer: for (;;) { break outer; } }"],
    ["property names", "() => ({ foo: 1, bar() {}, get baz() { return 1; } }).foo"],
    [
      "methods and private fields",
      "() => { class A { #x = 1; y() { return this.#x; } static { this.z = 1; } } return A; }",
    ],
    ["this of an inner function", "() => ({ f() { return this.g; } }).f()"],
    [
      "super of an inner class",
      "() => class extends Array { constructor() { super(); } at(i) { return super.at(i); } }",
    ],
    ["its own arguments", "function () { return arguments.length; }"],
    ["an arrow's outer arguments", "function () { return () => arguments.length; }"],
    [
      "loop variables",
      "(rows) => { for (const [i, row] of rows.entries()) for (let j = i; j < row; j++) for (const k in row) return k; }",
    ],
    ["what a switch declares", "(a) => { switch (a) { case 1: let b = 1; return b; default: b = 2; } }"],
    [
      "globals of the language",
      "() => [Math, JSON, undefined, NaN, Intl, BigInt, Symbol, globalThis, Iterator, Float16Array]",
    ],
    [
      "globals of Node",
      "() => [console, process, Buffer, fetch, structuredClone, performance, setTimeout, URL, crypto]",
    ],
    ["typeof a global", "() => typeof navigator"],
    ["a module of Node", 'async () => (await import("node:fs/promises")).readFile'],
    ["a module of a newer Node", 'async () => (await import("node:sqlite")).DatabaseSync'],
    ["a module of Node without node:", 'async () => (await import("fs")).existsSync'],
    ["process.getBuiltinModule", '() => process.getBuiltinModule("node:os").EOL'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a function
    ["a tagged template", "() => String.raw`a${1}`"],
    ["a body's name that a default would not see", "(a = Math.PI) => { const PI = a; return PI; }"],
    ["async iteration", "async (rows) => { for await (const row of rows) return row; }"],
  ])("%s", (_, source) => {
    expect(refusal(evaluated(source))).toBe("");
  });
});

const outside = "uses %s from outside its own body";

describe("a function is refused if it uses", () => {
  test.each([
    ["a variable of its module", "() => offset", "uses offset from outside its own body"],
    ["several of them", "(a) => helper(a, offset) + offset", "uses helper, offset from outside its own body"],
    ["one in a default", "({ a = offset }) => a", outside],
    ["one in a computed key", "() => ({ [offset]: 1 })", outside],
    ["one in a computed key of a pattern", "({ [offset]: a }) => a", outside],
    ["one as a shorthand property", "() => ({ offset })", outside],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a function
    ["one in a template", "() => `${offset}`", outside],
    ["one as a tag", "() => offset`a`", outside],
    ["one that it assigns", "() => { offset = 1; }", outside],
    ["one by typeof", "() => typeof offset", outside],
    ["one in an inner function", "() => () => () => offset", outside],
    ["one as a parent class", "() => class extends offset {}", outside],
    ["one in a class field", "() => class { a = offset; }", outside],
    ["one in a static block", "() => class { static { offset(); } }", outside],
    ["a block's own variable outside of the block", "() => { { let offset = 1; } return offset; }", outside],
    [
      "a function of a block outside of the block",
      "() => { { function offset() {} } return offset; }",
      outside,
    ],
    ["a loop's variable after the loop", "() => { for (let offset = 0; ; ) break; return offset; }", outside],
    ["a caught error behind the catch", "() => { try {} catch (offset) {} return offset; }", outside],
    ["an inner function's parameter", "() => { ((offset) => 1)(2); return offset; }", outside],
    ["an inner function's name", "() => { (function offset() {})(); return offset; }", outside],
    ["what its body declares in a default", "(a = offset) => { var offset = 1; return a; }", outside],
    ["the name of the method that it is", "({ offset() { return offset; } }).offset", outside],
    ["a browser's global", "() => document.title", "uses document from outside its own body"],
    ["this", "function () { return this.a; }", "uses this or super, which belong to an object"],
    ["this in an arrow", "() => () => this", "uses this or super, which belong to an object"],
    ["arguments in an arrow", "() => arguments.length", "uses arguments from outside its own body"],
    [
      "require",
      '() => require("node:fs")',
      'uses require: write await import("node:…") in an async function',
    ],
    [
      "a package",
      'async () => (await import("zod")).z',
      'uses import("zod"): of modules the image has only Node\'s own',
    ],
    ["a file", 'async () => import("./helper.js")', 'uses import("./helper.js"): of modules'],
    ["a computed module", "async (a) => import(a)", "uses import(…): of modules"],
    ["eval", '() => eval("1")', "uses eval, which hides what it uses"],
    [
      "CommonJS variables",
      "() => [__dirname, module, exports]",
      "uses __dirname, module, exports from outside",
    ],
    [
      "two wrong things",
      "() => [offset, this]",
      "uses this or super, which belong to an object that the script does not have; and it uses offset from",
    ],
  ])("%s", (_, source, message) => {
    expect(refusal(evaluated(source))).toContain(
      `inline script a: its function ${message.replace("%s", "offset")}`,
    );
  });

  test("what it imported, by its name in the source", () => {
    expect(refusal(() => tempDir())).toContain("uses tempDir from outside its own body");
  });

  test("import.meta", () => {
    expect(refusal(() => import.meta.url)).toBe(
      "inline script a: its function uses import.meta, which differs in the script.",
    );
  });

  test("using, which is rewritten on some versions of Node and not on others", () => {
    const message =
      "inline script a: its function declares with using, which transpilers rewrite in different ways: write try … finally.";
    const resource = { [Symbol.dispose ?? Symbol.for("dispose")]() {} };
    expect(refusal(() => resource)).toContain("uses resource from outside");
    const rewritten = "() => { var stack = []; const a = __using(stack, null); __callDispose(stack); }";
    expect(refusal(evaluated(rewritten))).toBe(message);
  });
});
