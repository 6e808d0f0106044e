import * as z from "zod";

/** The stored form of a fitted `Ridge`. */
export const ridgeSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    estimator: z.literal("Ridge"),
    alpha: z.number().nonnegative(),
    fitIntercept: z.boolean(),
    featureNames: z.array(z.string()),
    coef: z.array(z.number()),
    intercept: z.number(),
  })
  .refine(({ featureNames, coef }) => coef.length === featureNames.length, {
    error: "coef must have one number for each of featureNames",
  });

/** The result of `Ridge.toJSON()`. */
export type StoredRidge = z.infer<typeof ridgeSchema>;
