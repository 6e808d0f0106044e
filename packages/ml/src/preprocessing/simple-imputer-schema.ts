import * as z from "zod";

/** The stored form of a fitted `SimpleImputer`. */
export const simpleImputerSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    estimator: z.literal("SimpleImputer"),
    strategy: z.enum(["mean", "median", "mostFrequent"]),
    /** The number that means a missing value; null for NaN, which JSON does not have. */
    missingValues: z.number().nullable(),
    /** All columns of the table. */
    featureNames: z.array(z.string()),
    /** The columns to fill in, a subset of `featureNames`. */
    columns: z.array(z.string()),
    /** The fill value of each of `columns`. */
    statistics: z.array(z.number()),
  })
  .refine(({ columns, statistics }) => columns.length === statistics.length, {
    error: "statistics must have one number for each of columns",
  })
  .refine(({ columns, featureNames }) => columns.every((name) => featureNames.includes(name)), {
    error: "columns must all be among featureNames",
  });

/** The result of `SimpleImputer.toJSON()`. */
export type StoredSimpleImputer = z.infer<typeof simpleImputerSchema>;
