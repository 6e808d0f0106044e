import { describe, expect, test } from "vitest";
import { showValue } from "../../src/definition/show-value.js";

describe("a value in a message", () => {
  const loop: { self?: unknown } = {};
  loop.self = loop;
  test.each([
    ["a text", "a\n", '"a\\n"'],
    ["a number", 1.5, "1.5"],
    ["infinity", Number.NEGATIVE_INFINITY, "-Infinity"],
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
    ["a list", [1, "a"], '[1,"a"]'],
    ["a big integer", 12n, "12"],
    ["a symbol", Symbol("s"), "Symbol(s)"],
    ["an object that contains itself", loop, "[object Object]"],
    ["a text of 78 characters", "x".repeat(78), `"${"x".repeat(78)}"`],
    ["a longer text", "x".repeat(79), `"${"x".repeat(76)}…`],
  ])("is shown: %s", (_, value: unknown, expected) => {
    expect(showValue(value)).toBe(expected);
  });
});
