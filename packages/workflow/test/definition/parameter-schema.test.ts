import { describe, expect, test } from "vitest";
import * as z from "zod";
import { DefinitionError } from "../../src/definition/errors.js";
import { checkParameterSchema } from "../../src/definition/parameter-schema.js";

describe("a schema without one text form", () => {
  const changes = "p: its schema changes the value that it checks. A parameter's schema must only check it.";
  const mixed =
    "p: its schema allows strings and other types, so that its text would be ambiguous. Allow one of them, or use an object.";
  const cannot = (what: string) => `p: its schema allows ${what}, which a parameter's text cannot hold.`;
  test.each([
    ["strings and numbers", z.union([z.string(), z.number()]), mixed],
    ["strings and null", z.string().nullable(), mixed],
    ["literal strings and numbers", z.literal(["a", 1]), mixed],
    ["anything", z.any(), mixed],
    ["unknown values", z.unknown(), mixed],
    ["any JSON", z.json(), mixed],
    ["a transformation", z.string().transform(Number), changes],
    ["a pipe", z.string().pipe(z.coerce.number()), changes],
    ["a fallback", z.number().catch(0), changes],
    ["a transformation within a list", z.array(z.string().transform(Number)), changes],
    [
      "an optional value",
      z.string().optional(),
      "p: its schema is optional. Wrap the whole input instead: optional(parameter(…)).",
    ],
    ["dates", z.date(), cannot("date values")],
    ["dates within an object", z.object({ at: z.date() }), cannot("date values")],
    ["dates within a union", z.object({ at: z.union([z.date(), z.string()]) }), cannot("date values")],
    ["big integers", z.bigint(), cannot("bigint values")],
    ["maps within a record", z.record(z.string(), z.map(z.string(), z.string())), cannot("map values")],
    ["sets within a tuple", z.tuple([z.int(), z.set(z.int())]), cannot("set values")],
    ["dates in the rest of a tuple", z.tuple([z.int()], z.date()), cannot("date values")],
    ["a literal big integer", z.literal(1n), cannot("1")],
    ["undefined", z.undefined(), cannot("undefined values")],
    ["not-a-number", z.nan(), cannot("nan values")],
  ])("is refused: %s", (_, schema: z.ZodType, message) => {
    expect(() => checkParameterSchema("p", schema)).toThrow(new DefinitionError(message));
  });
});
