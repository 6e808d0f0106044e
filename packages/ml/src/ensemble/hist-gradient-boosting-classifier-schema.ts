import * as z from "zod";
import { isAscending, notAscending } from "../classes-schema.js";
import { boostedTreesProblem, boostedTreesShape } from "./boosted-trees-schema.js";

/** The stored form of a fitted `HistGradientBoostingClassifier`. */
export const histGradientBoostingClassifierSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    estimator: z.literal("HistGradientBoostingClassifier"),
    /** Ascending. Of two, the trees predict the log-odds of the second; of more, each has a tree in each iteration. */
    classes: z
      .union([z.array(z.number()).min(2), z.array(z.string()).min(2)])
      .refine(isAscending, notAscending),
    ...boostedTreesShape,
  })
  .superRefine((stored, context) => {
    const { classes, baseline } = stored;
    const problem = boostedTreesProblem(stored);
    const expected = classes.length === 2 ? 1 : classes.length;
    if (problem !== undefined) context.addIssue({ code: "custom", ...problem });
    else if (baseline.length !== expected) {
      const message = `found ${baseline.length} numbers, expected ${expected} for ${classes.length} classes`;
      context.addIssue({ code: "custom", path: ["baseline"], message });
    }
  });

/** The result of `HistGradientBoostingClassifier.toJSON()`. */
export type StoredHistGradientBoostingClassifier = z.infer<typeof histGradientBoostingClassifierSchema>;
