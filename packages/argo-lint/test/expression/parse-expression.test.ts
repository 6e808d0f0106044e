import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { type Expression, parseExpression, printExpression } from "../../src/expression/index.js";

const { accepted, refused } = z
  .object({ accepted: z.array(z.string()), refused: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "fixtures/expr-parser.json"), "utf8")));

test.each(accepted)("reads %j, as expr does", (text) => {
  expect(parseExpression(text).error).toBeUndefined();
});

test.each(refused)("refuses %j, as expr does", (text) => {
  const { error } = parseExpression(text);
  expect(error?.message).toMatch(/\w/);
  expect(error?.offset).toBeLessThanOrEqual(text.length);
});

test.each(accepted)("prints %j so that it is read as the same tree", (text) => {
  const tree = treeOf(text);
  expect(withoutPlaces(treeOf(printExpression(tree)))).toEqual(withoutPlaces(tree));
});

describe("binds as expr does", () => {
  test.each([
    ["a or b and not c", "a or (b and (not c))"],
    ["1 + 2 * 3 - 4", "((1) + ((2) * (3))) - (4)"],
    ["2 ** 3 ** 2", "(2) ** ((3) ** (2))"],
    ["-2 ** 2", "-((2) ** (2))"],
    ["not a in b", "(not a) in b"],
    ["a not in b", "not (a in b)"],
    ["1 < x <= 3", "(1) < x <= (3)"],
    ["a + b ?? c", "a + (b ?? c)"],
    ["a ? b : c ? d : e", "a ? b : (c ? d : e)"],
    ["1..2 + 3", "(1) .. ((2) + (3))"],
    ["xs | filter(# > 1) | len()", "len(filter(xs, { # > (1) }))"],
    ["a?.b.c", "a?.b.c"],
    ["let x = 1; x; 2", "let x = (1); x; (2)"],
  ])("%s", (text, printed) => {
    expect(printExpression(treeOf(text))).toBe(printed);
  });
});

test("gives each node its place in the text", () => {
  const tree = treeOf("  foo(1) + bar.baz");
  expect(tree).toMatchObject({ kind: "binary", start: 2, end: 18 });
  expect(tree.kind === "binary" && tree.right).toMatchObject({ kind: "member", start: 11, end: 18 });
});

describe("says what is wrong and where", () => {
  test.each([
    ["a = b", '"=" is not expected here; values are compared with ==', 2],
    ["f(1", 'the end is found where "," or ")" is expected', 3],
    ["'open", "the string that begins with ' has no closing '", 0],
    ["a + ", "it ends where a value is expected", 4],
    ["a @ b", '"@" has no meaning in an expression', 2],
    ["map(xs, {n: #})", "these braces belong to the closure; write a map with its own braces: { {n: …} }", 9],
    ["filter(xs)", "filter(…) lacks an argument: an expression to call for each item", 9],
    ["a ?? b + c", "?? and + cannot be combined without parentheses around one of them", 7],
    ["'\\d'", '"\\d" is not an escape sequence; write a backslash as "\\\\"', 1],
    ["9223372036854775808", "the integer 9223372036854775808 is greater than 9223372036854775807", 0],
  ])("%s", (text, message, offset) => {
    expect(parseExpression(text).error).toEqual({ message, offset });
  });
});

test("refuses an expression of more than 10,000 parts, as expr does", () => {
  expect(parseExpression(`[${"1,".repeat(9_998)}1]`).error).toBeUndefined();
  expect(parseExpression(`[${"1,".repeat(10_000)}1]`).error?.message).toMatch(/more than 10000 parts/);
});

test("refuses what is nested without end, and does not break", () => {
  expect(parseExpression("(".repeat(100_000)).error?.message).toMatch(/nested deeper/);
});

function treeOf(text: string): Expression {
  const { ast, error } = parseExpression(text);
  if (ast === undefined) throw new Error(`${text}: ${error.message}`);
  return ast;
}

function withoutPlaces(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value) =>
      key === "start" || key === "end" ? undefined : typeof value === "bigint" ? `${value}n` : value,
    ),
  );
}
