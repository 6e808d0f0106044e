import * as z from "zod";

/** The stored form of a fitted `OneHotEncoder`. */
export const oneHotEncoderSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    estimator: z.literal("OneHotEncoder"),
    handleUnknown: z.enum(["error", "ignore"]),
    /** The category of each column that gets no column: a rule, or one category for each of `columns`. */
    drop: z.union([z.enum(["first", "ifBinary"]), z.array(z.string())]).nullable(),
    /** All columns of the table. */
    featureNames: z.array(z.string()),
    /** The columns to encode, a subset of `featureNames`. */
    columns: z.array(z.string()),
    /** The categories of each of `columns`, ascending. */
    categories: z.array(z.array(z.string()).min(1)),
  })
  .refine(({ columns, categories }) => columns.length === categories.length, {
    error: "categories must have one list for each of columns",
  })
  .refine(
    ({ drop, categories }) =>
      !Array.isArray(drop) ||
      (drop.length === categories.length && categories.every((each, j) => each.includes(drop[j] ?? ""))),
    { error: "drop must have one of the categories for each of columns" },
  )
  .refine(({ columns, featureNames }) => columns.every((name) => featureNames.includes(name)), {
    error: "columns must all be among featureNames",
  });

/** The result of `OneHotEncoder.toJSON()`. */
export type StoredOneHotEncoder = z.infer<typeof oneHotEncoderSchema>;
