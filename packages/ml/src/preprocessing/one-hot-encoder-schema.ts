import * as z from "zod";

/** The stored form of a fitted `OneHotEncoder`. */
export const oneHotEncoderSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    estimator: z.literal("OneHotEncoder"),
    handleUnknown: z.enum(["error", "ignore"]),
    drop: z.enum(["first", "ifBinary"]).nullable(),
    /** Columns of the table. */
    featureNames: z.array(z.string()),
    /** Those of them that are encoded. */
    columns: z.array(z.string()),
    /** For each of `columns` its categories, ascending. */
    categories: z.array(z.array(z.string()).min(1)),
  })
  .refine(({ columns, categories }) => columns.length === categories.length, {
    error: "categories must have one list for each of columns",
  })
  .refine(({ columns, featureNames }) => columns.every((name) => featureNames.includes(name)), {
    error: "columns must all be among featureNames",
  });

/** What `OneHotEncoder.toJSON()` gives. */
export type StoredOneHotEncoder = z.infer<typeof oneHotEncoderSchema>;
