import { describe, expect, test } from "vitest";
import * as z from "zod";
import { describeSchema } from "../../src/definition/describe-schema.js";

describe("a schema in words", () => {
  test.each([
    ["a number", z.number()],
    ["a number greater than 0 and less than 1", z.number().gt(0).lt(1)],
    ["a number at least 0 and at most 1", z.number().min(0).max(1)],
    ["a number greater than 0", z.number().positive()],
    ["an integer", z.int()],
    ["an integer at least 1 and at most 30", z.int().min(1).max(30)],
    ["an integer greater than 0", z.int().positive()],
    ["a text", z.string()],
    ["a text (email)", z.email()],
    ["a text of 2 to 5 characters", z.string().min(2).max(5)],
    ["a text of at least 2 characters", z.string().min(2)],
    ["a text of at most 5 characters", z.string().max(5)],
    ["a text matching ^a+$", z.string().regex(/^a+$/)],
    ["true or false", z.boolean()],
    ["null", z.null()],
    ["one of: keep, median", z.enum(["keep", "median"])],
    ['"a"', z.literal("a")],
    ["1", z.literal(1)],
    ["a number or null", z.number().nullable()],
    ["a text or a number", z.union([z.string(), z.number()])],
    ["a list, each item an integer", z.array(z.int())],
    ["a list of an integer, a text", z.tuple([z.int(), z.string()])],
    [
      "an object with k, a or an object with k",
      z.discriminatedUnion("k", [
        z.object({ k: z.literal("x"), a: z.int() }),
        z.object({ k: z.literal("y") }),
      ]),
    ],
    ["an object with a, b", z.object({ a: z.int(), b: z.int() })],
    ["an object", z.object({})],
    ["a valid value", z.date()],
    ["a valid value", z.any()],
    ["a share of the rows", z.number().describe("a share of the rows")],
  ])("%s", (words, schema: z.ZodType) => {
    expect(describeSchema(schema)).toBe(words);
  });
});
