import * as z from "zod";

/** The stored form of a fitted `StandardScaler`. */
export const standardScalerSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    estimator: z.literal("StandardScaler"),
    withMean: z.boolean(),
    withStd: z.boolean(),
    featureNames: z.array(z.string()),
    nSamplesSeen: z.int().min(1),
    mean: z.array(z.number()),
    var: z.array(z.number().nonnegative()),
    scale: z.array(z.number().positive()),
  })
  .refine(
    ({ featureNames, mean, var: variance, scale }) =>
      [mean, variance, scale].every((values) => values.length === featureNames.length),
    { error: "mean, var and scale must have one number for each of featureNames" },
  );

/** The result of `StandardScaler.toJSON()`. */
export type StoredStandardScaler = z.infer<typeof standardScalerSchema>;
