import * as z from "zod";

const classes = z.union([z.tuple([z.number(), z.number()]), z.tuple([z.string(), z.string()])]);

/** The stored form of a fitted `LogisticRegression`. */
export const logisticRegressionSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    estimator: z.literal("LogisticRegression"),
    solver: z.enum(["newton-cholesky", "gradient-descent"]),
    /** Inverse strength of the penalty; null for no penalty, because JSON has no infinity. */
    C: z.number().positive().nullable(),
    fitIntercept: z.boolean(),
    featureNames: z.array(z.string()),
    /** The negative class, then the positive one, whose probability grows with coef · x + intercept. */
    classes,
    coef: z.array(z.number()),
    intercept: z.number(),
    /** Standard errors of coef and intercept; null when not defined. */
    standardErrors: z
      .strictObject({ coef: z.array(z.number().nonnegative()), intercept: z.number().nonnegative() })
      .nullable(),
    nIter: z.int().nonnegative(),
    converged: z.boolean(),
    warnings: z.array(z.string()),
  })
  .refine(
    ({ featureNames, coef, standardErrors }) =>
      coef.length === featureNames.length && (standardErrors?.coef ?? coef).length === coef.length,
    { error: "coef and standardErrors.coef must have one number for each of featureNames" },
  );

/** The result of `LogisticRegression.toJSON()`. */
export type StoredLogisticRegression = z.infer<typeof logisticRegressionSchema>;
