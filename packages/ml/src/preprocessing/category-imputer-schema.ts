import * as z from "zod";

/** The stored form of a fitted `CategoryImputer`. */
export const categoryImputerSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    estimator: z.literal("CategoryImputer"),
    /** The text that stands for a missing value. */
    missingValues: z.string(),
    /** Columns of the table. */
    featureNames: z.array(z.string()),
    /** Those of them that are filled in. */
    columns: z.array(z.string()),
    /** What each of `columns` is filled in with. */
    statistics: z.array(z.string()),
  })
  .refine(({ columns, statistics }) => columns.length === statistics.length, {
    error: "statistics must have one text for each of columns",
  })
  .refine(({ columns, featureNames }) => columns.every((name) => featureNames.includes(name)), {
    error: "columns must all be among featureNames",
  });

/** What `CategoryImputer.toJSON()` gives. */
export type StoredCategoryImputer = z.infer<typeof categoryImputerSchema>;
