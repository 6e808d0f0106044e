import { expect, test } from "vitest";
import { readDocument } from "../../src/source/source-document.js";

/** What Argo's YAML library makes of each; read off from it. */
test.each([
  ["n", false],
  ["on", true],
  ["Yes", true],
  ["~", null],
  ["", null],
  ["nULL", "nULL"],
  ["1:30", "1:30"],
  ["2024-01-01", "2024-01-01"],
  ["12:30:45", "12:30:45"],
  ["017", 15],
  ["0o17", 15],
  ["08", 8],
  ["0x1F", 31],
  ["0b11", 3],
  ["1_000", 1000],
  ["-_1", -1],
  [".5", 0.5],
  ["5.", 5],
  ["1e3", 1000],
  ["1.10", 1.1],
  ["._1", "._1"],
  ["1e400", "1e400"],
  ["._", "._"],
  ["+0x1", 1],
  ["-017", -15],
  ["0xFFFFFFFFFFFFFFFFFF", "0xFFFFFFFFFFFFFFFFFF"],
  ["0b-101", -5],
  ["0b+1_0", 2],
  ["-0b+1", "-0b+1"],
  [".1_0", 0.1],
  [".1e1_0", 1e9],
  ["-0x8000000000000000", -(2 ** 63)],
  ["+0x8000000000000000", "+0x8000000000000000"],
  [`0x${"0".repeat(100)}1`, 1],
  ["'1'", "1"],
  ["!!str 1", "1"],
  ["NaN", "NaN"],
  ["!!int 0x10", 16],
  ["!!int '5'", 5],
  ["!!float 1", 1],
  ["!!bool on", true],
  ["!!null ~", null],
  ["!!binary aGVsbG8=", "hello"],
  ["!own x", "x"],
])("%s is read as %j", (source, value) => {
  const { value: read, problems } = readDocument({ text: `a: ${source}\n`, offset: 0 });
  expect(problems).toEqual([]);
  expect(read).toEqual({ a: value });
});

test.each([".inf", "-.Inf", ".nan"])("%s is refused, because JSON cannot hold it", (source) => {
  expect(readDocument({ text: `a: ${source}\n`, offset: 0 }).problems[0]?.message).toMatch(/no number/);
});

test.each(["!!int x", "!!int 1.5", "!!bool 1", "!!null x", "!!float x"])("%s is refused", (source) => {
  expect(readDocument({ text: `a: ${source}\n`, offset: 0 }).problems[0]?.message).toMatch(/is not a !!/);
});

test('the keys 1 and "1" are two keys', () => {
  expect(readDocument({ text: "{1: a, '1': b}\n", offset: 0 }).problems).toEqual([]);
});
