import * as z from "zod";

/** The stored form of a fitted `LinearRegression`. */
export const linearRegressionSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    estimator: z.literal("LinearRegression"),
    fitIntercept: z.boolean(),
    tol: z.number().nonnegative(),
    featureNames: z.array(z.string()),
    coef: z.array(z.number()),
    intercept: z.number(),
    /** Number of columns that do not follow from others. */
    rank: z.int().nonnegative(),
    degreesOfFreedom: z.int().nonnegative(),
    /** Null without degrees of freedom, or beyond the largest number. */
    residualVariance: z.number().nonnegative().nullable(),
    /** Null for a constant target. */
    rSquared: z.number().nullable(),
    /** Standard errors of coef and intercept; null where the rows do not determine one, or it is not finite. */
    standardErrors: z.strictObject({
      coef: z.array(z.number().nonnegative().nullable()),
      intercept: z.number().nonnegative().nullable(),
    }),
  })
  .refine(
    ({ featureNames, coef, standardErrors }) =>
      coef.length === featureNames.length && standardErrors.coef.length === coef.length,
    { error: "coef and standardErrors.coef must have one number for each of featureNames" },
  );

/** The result of `LinearRegression.toJSON()`. */
export type StoredLinearRegression = z.infer<typeof linearRegressionSchema>;
