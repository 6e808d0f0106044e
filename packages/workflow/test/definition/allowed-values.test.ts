import { describe, expect, test } from "vitest";
import * as z from "zod";
import { choicesOf, mayHold } from "../../src/definition/allowed-values.js";

describe("the choices of a schema", () => {
  test.each([
    ["an enum", z.enum(["keep", "median"]), ["keep", "median"]],
    ["one text", z.literal("keep"), ["keep"]],
    ["numbers", z.literal([1, 2]), undefined],
    ["any text", z.string(), undefined],
    ["a schema that has no JSON schema", z.custom<string>(), undefined],
  ])("%s", (_, schema: z.ZodType, expected) => {
    expect(choicesOf(schema)).toEqual(expected);
  });
});

describe("whether a text may contain a character", () => {
  test.each([
    ["any text", z.string(), true],
    ["a number", z.number(), false],
    ["a list of numbers", z.array(z.int()), false],
    ["a list of texts", z.array(z.string()), true],
    ["a number or null", z.number().nullable(), false],
    ["a number or a text", z.union([z.number(), z.string()]), true],
    ["choices without it", z.enum(["a", "b"]), false],
    ["choices with it", z.enum(["a", "$b"]), true],
    ["an object", z.object({ a: z.int() }), true],
    ["a schema that has no JSON schema", z.custom<string>(), true],
  ])("%s", (_, schema: z.ZodType, expected) => {
    expect(mayHold(schema, "$")).toBe(expected);
  });
});
