import * as z from "zod";

/** The stored form of a fitted `CategoryImputer`. */
export const categoryImputerSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    estimator: z.literal("CategoryImputer"),
    /** The text that means a missing value. */
    missingValues: z.string(),
    /** All columns of the table. */
    featureNames: z.array(z.string()),
    /** The columns to fill in, a subset of `featureNames`. */
    columns: z.array(z.string()),
    /** The fill value of each of `columns`. */
    statistics: z.array(z.string()),
  })
  .refine(({ columns, statistics }) => columns.length === statistics.length, {
    error: "statistics must have one text for each of columns",
  })
  .refine(({ columns, featureNames }) => columns.every((name) => featureNames.includes(name)), {
    error: "columns must all be among featureNames",
  });

/** The result of `CategoryImputer.toJSON()`. */
export type StoredCategoryImputer = z.infer<typeof categoryImputerSchema>;
