import { describe, expect, test } from "vitest";
import type { SourcePlace } from "../../src/source/locate.js";
import { Lines } from "../../src/source/positions.js";
import { readDocument } from "../../src/source/source-document.js";
import { splitDocuments } from "../../src/source/split.js";

function read(text: string) {
  return readDocument({ text, offset: 0 });
}

function found(text: string, place: SourcePlace): string {
  const { start, end } = read(text).locate(place);
  return text.slice(start, end);
}

describe("merge keys", () => {
  test("put the fields of another map into this one", () => {
    expect(read("a: &x {b: 1}\nc: {<<: *x, d: 2}\n").value).toEqual({ a: { b: 1 }, c: { b: 1, d: 2 } });
  });

  test("take several maps", () => {
    expect(read("a: &x {b: 1}\nc: {<<: [*x, {d: 2}]}\n").value).toEqual({ a: { b: 1 }, c: { b: 1, d: 2 } });
  });

  test("set no key twice", () => {
    expect(read("a: &x {b: 1}\nc: {<<: *x, b: 2}\n").problems.map(({ kind }) => kind)).toEqual([
      "duplicate-key",
    ]);
  });

  test("take nothing but maps", () => {
    expect(read("c: {<<: 1}\n").problems.map(({ message }) => message)).toEqual([
      "only maps can be merged with <<",
    ]);
  });

  test("in quotes are keys like any other", () => {
    expect(read("c: {'<<': 1}\n").value).toEqual({ c: { "<<": 1 } });
  });

  test("lead to the place of a merged field", () => {
    expect(found("a: &x {b: one}\nc: {<<: *x}\n", { at: ["c", "b"] })).toBe("one");
  });
});

describe("places", () => {
  test.each<[string, string, SourcePlace, string]>([
    ["a value", "a: {b: one}\n", { at: ["a", "b"] }, "one"],
    ["a key", "a: {b: one}\n", { at: ["a", "b"], key: true }, "b"],
    ["a part of a text", "a: 'x {{y}} z'\n", { at: ["a"], part: "{{y}}" }, "{{y}}"],
    ["a part on a further line", "a: |\n  x\n  {{y}}\n", { at: ["a"], part: "{{y}}" }, "{{y}}"],
    ["the nearest place that exists", "a: {b: one}\n", { at: ["a", "c"] }, "a"],
    ["the item of a list behind an alias", "a: &x [1, two]\nb: *x\n", { at: ["b", 1] }, "two"],
  ])("%s", (_title, text, place, expected) => {
    expect(found(text, place)).toBe(expected);
  });
});

test("lines and columns are counted as editors do", () => {
  const text = "a: 😀\nbé: x\n";
  const lines = new Lines(text);
  expect(lines.position({ start: text.indexOf("x"), end: text.indexOf("x") + 1 })).toEqual({
    line: 2,
    column: 5,
    endLine: 2,
    endColumn: 6,
  });
});

test("documents begin behind lines that begin with ---", () => {
  const text = "# only a comment\n---\na: 1\n--- # two\nb: 2\n---\n";
  expect(
    splitDocuments(text).map(({ text: each, offset }) => [
      readDocument({ text: each, offset }).value,
      offset,
    ]),
  ).toEqual([
    [{ a: 1 }, 20],
    [{ b: 2 }, 29],
  ]);
});

test.each([
  ["an alias inside of its anchor", "a: &a [*a]\n"],
  ["a list as a key", "[a]: b\n"],
  ["nothing as a key", "~: b\n"],
  ["another version of YAML", "%YAML 1.2\n---\na: b\n"],
])("%s is a problem", (_title, text) => {
  const { problems, value } = read(text);
  expect(problems).toHaveLength(1);
  expect(value).toBeUndefined();
});

test("a key called __proto__ is a key like any other", () => {
  expect(JSON.stringify(read("__proto__: {a: 1}\n").value)).toBe('{"__proto__":{"a":1}}');
});
