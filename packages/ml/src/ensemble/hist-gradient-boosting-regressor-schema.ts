import * as z from "zod";
import { boostedTreesProblem, boostedTreesShape } from "./boosted-trees-schema.js";

/** The stored form of a fitted `HistGradientBoostingRegressor`. */
export const histGradientBoostingRegressorSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    estimator: z.literal("HistGradientBoostingRegressor"),
    loss: z.enum(["squaredError", "absoluteError", "poisson"]),
    ...boostedTreesShape,
  })
  .superRefine((stored, context) => {
    const problem = boostedTreesProblem(stored);
    if (problem !== undefined) context.addIssue({ code: "custom", ...problem });
    else if (stored.baseline.length !== 1) {
      const message = `found ${stored.baseline.length} numbers, expected one`;
      context.addIssue({ code: "custom", path: ["baseline"], message });
    }
  });

/** The result of `HistGradientBoostingRegressor.toJSON()`. */
export type StoredHistGradientBoostingRegressor = z.infer<typeof histGradientBoostingRegressorSchema>;
