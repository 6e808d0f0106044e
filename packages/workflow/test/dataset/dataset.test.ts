import { expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import { defineDataset } from "../../src/dataset/dataset.js";
import { DefinitionError } from "../../src/definition/errors.js";

const columns = { age: z.int(), weight: z.number(), sick: z.literal([0, 1]) };

test("names the features in the order of the columns, without the target", () => {
  const dataset = defineDataset({ columns, target: "weight" });
  expect(dataset.features).toEqual(["age", "sick"]);
  expectTypeOf(dataset.features).toEqualTypeOf<readonly ("age" | "sick")[]>();
  expectTypeOf(dataset.target).toEqualTypeOf<"weight">();
});

test("the order also applies to names that are whole numbers", () => {
  const years = { region: z.string(), 2019: z.number(), 2020: z.number(), churned: z.literal([0, 1]) };
  const order = ["region", "2019", "churned", "2020"] as const;

  const { names, features } = defineDataset({ columns: years, order, target: "churned" });

  expect(names).toEqual(order);
  expect(features).toEqual(["region", "2019", "2020"]);
});

test.each<[readonly string[], string]>([
  [["age", "weight"], '"sick" is missing.'],
  [["age", "weight", "sick", "age"], '"age" appears twice.'],
  [["age", "weight", "height"], '"sick" is missing, "height" is not one of the columns.'],
])("refuses %j as an order of the columns", (order, fault) => {
  // A program without types could pass this.
  const given = order as readonly (keyof typeof columns)[];
  expect(() => defineDataset({ columns, order: given })).toThrow(
    new DefinitionError(`The dataset's order must list each of its columns once: ${fault}`),
  );
});

test("without a target all columns are features, and no column is predicted", () => {
  const dataset = defineDataset({ columns });
  expect(dataset).toMatchObject({ target: undefined, features: ["age", "weight", "sick"] });
  expectTypeOf(dataset.features).toEqualTypeOf<readonly ("age" | "weight" | "sick")[]>();
  expectTypeOf(dataset.target).toEqualTypeOf<undefined>();
});

test("separates cells by a comma by default", () => {
  expect(defineDataset({ columns, target: "sick" }).delimiter).toBe(",");
  expect(defineDataset({ columns, target: "sick", delimiter: "\t" }).delimiter).toBe("\t");
});

test("refuses a target that is not a column", () => {
  expect(() =>
    defineDataset({
      columns,
      // @ts-expect-error: Type '"sik"' is not assignable to type '"age" | "weight" | "sick"'
      target: "sik",
    }),
  ).toThrow(
    new DefinitionError(
      'The dataset\'s target "sik" is not one of its columns: age, weight, sick. Did you mean "sick"?',
    ),
  );
});

test("refuses a target that is a property of every object", () => {
  expect(() =>
    defineDataset({
      columns,
      // @ts-expect-error: not one of the columns
      target: "toString",
    }),
  ).toThrow('target "toString" is not one of its columns');
});

test.each([
  ["booleans", z.boolean()],
  ["a mixture of numbers and texts", z.literal([0, "none"])],
  ["coerced numbers", z.coerce.number()],
  ["coerced texts", z.coerce.string()],
  ["texts made numbers", z.string().transform(Number)],
])("refuses a column of %s", (_, schema) => {
  // @ts-expect-error: none of these schemas is a ColumnSchema; the last one is seen by the types alone
  const define = () => defineDataset({ columns: { ...columns, odd: schema }, target: "sick" });
  if (schema instanceof z.ZodPipe) return;
  expect(define).toThrow(
    'The schema of column "odd" is neither one of numbers nor one of texts. ' +
      "Use z.number(), z.int(), z.string(), z.enum() or z.literal(), with checks or .nullable() as needed, but not z.coerce.",
  );
});

test("accepts every schema of numbers or of strings", () => {
  const dataset = defineDataset({
    columns: {
      a: z.number().nullable(),
      b: z.int32(),
      c: z.literal([0, 1, null]),
      d: z.union([z.literal(-1), z.number().min(0), z.null()]),
      e: z.number().transform((value) => value / 10),
      f: z.string(),
      g: z.enum(["low", "high"]).nullable(),
      h: z.iso.date(),
      i: z.templateLiteral(["id-", z.int()]),
      j: z.string().trim().readonly(),
    },
    target: "j",
  });
  expect(dataset.features).toHaveLength(9);
});
