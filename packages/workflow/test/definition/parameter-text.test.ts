import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { ContractError, UsageError } from "../../src/definition/errors.js";
import { checkParameterSchema } from "../../src/definition/parameter-schema.js";
import {
  aggregateTexts,
  checkParameterText,
  decodeParameter,
  encodeParameter,
} from "../../src/definition/parameter-text.js";

enum Level {
  Low = 0,
  High = 1,
}

interface Tree {
  readonly value: number;
  readonly children: readonly Tree[];
}
const treeSchema: z.ZodType<Tree> = z.object({
  value: z.number(),
  get children() {
    return z.array(treeSchema);
  },
});

/** Any printable text, including characters that are special in JSON and YAML. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    fc.constantFrom("\n", "\r", "\t", '"', "'", "\\", "{{", "}}", "$", "#", ":", "null", "true", "1", "0"),
  ),
});

describe("the text of a value", () => {
  test.each([
    ["a text", z.string(), "a b", "a b"],
    ["a text that looks like a number", z.string(), "42", "42"],
    ["a text that looks like a boolean", z.string(), "true", "true"],
    ["a text that looks like null", z.string(), "null", "null"],
    ["a text with quotes", z.string(), '"a"', '"a"'],
    ["a text with newlines", z.string(), "a\n\tb\r\n", "a\n\tb\r\n"],
    ["an empty text", z.string(), "", ""],
    ["an e-mail address", z.email(), "a@b.org", "a@b.org"],
    ["one of an enum's texts", z.enum(["keep", "median"]), "keep", "keep"],
    ["one of some literal texts", z.literal(["1", "2"]), "1", "1"],
    ["a text of a template", z.templateLiteral(["v", z.int()]), "v7", "v7"],
    ["a text of a union of texts", z.union([z.literal("a"), z.enum(["b", "c"])]), "c", "c"],
    ["a text with a default", z.string().default("a"), "b", "b"],
    ["a number", z.number(), 0.1, "0.1"],
    ["a large integer", z.int(), 9007199254740991, "9007199254740991"],
    ["a boolean", z.boolean(), false, "false"],
    ["null", z.null(), null, "null"],
    ["a number or null", z.number().nullable(), null, "null"],
    ["a literal number", z.literal(3), 3, "3"],
    ["a number of an enum", z.enum(Level), Level.High, "1"],
    ["a list of texts", z.array(z.string()), ["1", "a"], '["1","a"]'],
    ["a pair", z.tuple([z.string(), z.number()]), ["a", 1], '["a",1]'],
    ["an object", z.object({ a: z.string(), b: z.number() }), { a: "1", b: 2 }, '{"a":"1","b":2}'],
    ["an object with a missing key", z.object({ a: z.string().optional() }), {}, "{}"],
    ["a record", z.record(z.string(), z.number()), { a: 1 }, '{"a":1}'],
    [
      "an object that contains itself",
      treeSchema,
      { value: 1, children: [{ value: 2, children: [] }] },
      '{"value":1,"children":[{"value":2,"children":[]}]}',
    ],
    [
      "texts and numbers inside an object",
      z.object({ a: z.union([z.string(), z.number()]) }),
      { a: "1" },
      '{"a":"1"}',
    ],
    [
      "an intersection of objects",
      z.intersection(z.object({ a: z.int() }), z.object({ b: z.int() })),
      { a: 1, b: 2 },
      '{"a":1,"b":2}',
    ],
    ["a lazy schema", z.lazy(() => z.string()), "5", "5"],
  ])("holds %s, and gives it back", (_, schema: z.ZodType, value: unknown, expected) => {
    checkParameterSchema("p", schema);

    const text = encodeParameter("p", schema, value);

    expect(text).toBe(expected);
    expect(decodeParameter("p", schema, text)).toEqual(value);
  });

  test("is decoded to the same JSON value, for any schema", () => {
    const schemaAndValue = fc.letrec<{ any: [z.ZodType, unknown]; leaf: [z.ZodType, unknown] }>((tie) => ({
      leaf: fc.oneof(
        anyText.map((value): [z.ZodType, unknown] => [z.string(), value]),
        fc
          .double({ noNaN: true, noDefaultInfinity: true })
          .map((value): [z.ZodType, unknown] => [z.number(), value + 0]),
        fc.boolean().map((value): [z.ZodType, unknown] => [z.boolean(), value]),
        fc.constant<[z.ZodType, unknown]>([z.number().nullable(), null]),
      ),
      any: fc.oneof(
        { depthSize: "small" },
        tie("leaf"),
        fc
          .array(tie("any"), { maxLength: 4 })
          .map((items): [z.ZodType, unknown] => [
            z.tuple(items.map(([schema]) => schema) as [z.ZodType, ...z.ZodType[]]),
            items.map(([, value]) => value),
          ]),
        fc
          .dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie("any"), { maxKeys: 4 })
          .map((entries): [z.ZodType, unknown] => [
            z.object(Object.fromEntries(Object.entries(entries).map(([key, [schema]]) => [key, schema]))),
            Object.fromEntries(Object.entries(entries).map(([key, [, value]]) => [key, value])),
          ]),
      ),
    }));

    fc.assert(
      fc.property(schemaAndValue.any, ([schema, value]) => {
        checkParameterSchema("p", schema);
        expect(decodeParameter("p", schema, encodeParameter("p", schema, value))).toEqual(value);
      }),
      { seed: 20240601, numRuns: 1000 },
    );
  });

  test("is the text itself for any string", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(encodeParameter("p", z.string(), value)).toBe(value);
        expect(decodeParameter("p", z.string(), value)).toBe(value);
      }),
      { seed: 20240602, numRuns: 1000 },
    );
  });

  test.each([
    ["of another type", z.number(), "3", 'p: found "3", expected a number.'],
    [
      "out of range",
      z.number().gt(0).lt(1),
      2,
      "p: found 2, expected a number greater than 0 and less than 1.",
    ],
    ["that is not a number", z.number(), Number.NaN, "p: found NaN, expected a number."],
    ["that is infinite", z.number(), Number.POSITIVE_INFINITY, "p: found Infinity, expected a number."],
    ["that JSON cannot hold", z.number(), 3n, "p: found 3, expected a number."],
    [
      "with half a surrogate pair",
      z.string(),
      "a\ud800",
      "p: found half a surrogate pair, which UTF-8 cannot hold.",
    ],
    [
      "with a control character",
      z.string(),
      "a\u0000",
      "p: found the unprintable character U+0000, which a parameter of Argo cannot hold. Output the text as an artifact.",
    ],
    ["that is missing", z.string(), undefined, "p: found undefined, expected a text."],
    [
      "with a wrong part",
      z.object({ a: z.number() }),
      { a: "x" },
      'p: found {"a":"x"}, expected an object with a. (a: invalid input: expected number, received string)',
    ],
  ])("is refused for a value %s", (_, schema: z.ZodType, value: unknown, message) => {
    expect(() => encodeParameter("p", schema, value)).toThrow(new ContractError(message));
  });

  test.each([
    ["that is not JSON", z.number(), "abc", 'p: found "abc", expected a number.'],
    ["of JSON for an enum", z.enum(["a", "b"]), '"a"', 'p: found "\\"a\\"", expected one of: a, b.'],
    ["of a quoted number", z.number(), '"3"', 'p: found "3", expected a number.'],
    ["that is empty", z.boolean(), "", 'p: found "", expected true or false.'],
  ])("is refused where it is one %s", (_, schema: z.ZodType, text, message) => {
    expect(() => decodeParameter("p", schema, text)).toThrow(new ContractError(message));
  });

  test("that is a long value is shortened in the message", () => {
    const value = "x".repeat(1000);

    expect(() => decodeParameter("p", z.number(), value)).toThrow(
      `found "${"x".repeat(76)}…, expected a number.`,
    );
  });
});

describe("a text that a person wrote", () => {
  test("is returned as the encoder writes its value", () => {
    expect(checkParameterText("--set p", z.number(), " 1.50")).toBe("1.5");
    expect(checkParameterText("--set p", z.string(), " a ")).toBe(" a ");
  });

  test("is an error of usage if it does not match the schema", () => {
    expect(() => checkParameterText("--set p", z.number(), "x")).toThrow(
      new UsageError('--set p: found "x", expected a number.'),
    );
  });
});

describe("the texts of a map's iterations, aggregated", () => {
  test.each([
    ["numbers", z.array(z.number()), ["1", "0.5"], [1, 0.5]],
    ["texts, which stay as they are", z.array(z.string()), ["1", "true", '"a"'], ["1", "true", '"a"']],
    ["objects", z.array(z.object({ a: z.string() })), ['{"a":"1"}'], [{ a: "1" }]],
    ["lists", z.array(z.array(z.string())), ['["1"]', "[]"], [["1"], []]],
    ["nothing", z.array(z.number()), [], []],
    ["numbers for a list that may be null", z.array(z.number()).nullable(), ["1"], [1]],
    ["numbers for a list or an object", z.union([z.array(z.int()), z.object({})]), ["1"], [1]],
    ["numbers or nulls", z.array(z.number().nullable()), ["1", "null"], [1, null]],
  ])("are decoded item by item: %s", (_, schema: z.ZodType, texts, expected) => {
    expect(decodeParameter("p", schema, aggregateTexts(texts))).toEqual(expected);
  });

  test("are decoded like the list written as a whole", () => {
    expect(decodeParameter("p", z.array(z.number()), "[1,2]")).toEqual([1, 2]);
  });

  test("are refused if an item does not match the schema", () => {
    expect(() => decodeParameter("p", z.array(z.number()), '["1","abc"]')).toThrow(
      'p: found ["1","abc"], expected a list, each item a number. (1: invalid input: expected number, received string)',
    );
  });
});
