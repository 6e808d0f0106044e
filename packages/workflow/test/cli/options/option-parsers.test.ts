import { expect, test } from "vitest";
import { collectPair } from "../../../src/cli/options/option-parsers.js";
import { UsageError } from "../../../src/definition/errors.js";

const collect = collectPair("--set");

test("collects pairs in their order", () => {
  expect(collect("b=2", collect("a=1", undefined))).toEqual([
    ["a", "1"],
    ["b", "2"],
  ]);
});

test.each<[string, [string, string]]>([
  ["query=a=b", ["query", "a=b"]],
  ["name=", ["name", ""]],
  ["text= x ", ["text", " x "]],
])("splits %s at its first equals sign", (text, pair) => {
  expect(collect(text, [])).toEqual([pair]);
});

test.each(["testSize", "=0.3", ""])("refuses %j, which has no name or no equals sign", (text) => {
  expect(() => collect(text, [])).toThrow(new UsageError(`--set ${text}: expected --set name=value.`));
});
