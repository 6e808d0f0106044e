import * as z from "zod";

/** The stored form of a fitted `DummyRegressor`. */
export const dummyRegressorSchema = z.strictObject({
  formatVersion: z.literal(1),
  estimator: z.literal("DummyRegressor"),
  strategy: z.enum(["mean", "median", "quantile", "constant"]),
  /** The quantile of the strategy "quantile", else null. */
  quantile: z.number().min(0).max(1).nullable(),
  featureNames: z.array(z.string()),
  /** What is predicted for each row. */
  constant: z.number(),
});

/** The result of `DummyRegressor.toJSON()`. */
export type StoredDummyRegressor = z.infer<typeof dummyRegressorSchema>;
