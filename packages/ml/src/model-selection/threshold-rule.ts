import * as z from "zod";

/**
 * How to choose a decision threshold: "cost" has the lowest total cost of false positives and false negatives, "recall" the highest
 * precision among the thresholds whose recall is at least that high, "f1" and "balancedAccuracy" the highest score.
 */
export const thresholdRuleSchema = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("cost"),
    /** Cost of a negative row that is predicted positive, ≥ 0. */
    falsePositive: z.number().nonnegative(),
    /** Cost of a positive row that is predicted negative, ≥ 0. */
    falseNegative: z.number().nonnegative(),
  }),
  /** The least share of the positive rows to find, above 0. */
  z.strictObject({ by: z.literal("recall"), atLeast: z.number().gt(0).max(1) }),
  z.strictObject({ by: z.literal("f1") }),
  z.strictObject({ by: z.literal("balancedAccuracy") }),
]);

/** How to choose a decision threshold. */
export type ThresholdRule = z.infer<typeof thresholdRuleSchema>;

/**
 * What a rule makes of a threshold's outcome: the cost, precision, F1 score or balanced accuracy; NaN where the recall is too low.
 * A precision without a positive prediction is 0.
 * @param tp true positives
 * @param fp false positives
 * @param positives rows of the positive class, ≥ 1
 * @param negatives rows of the negative class, ≥ 1
 */
export function thresholdMetric(
  rule: ThresholdRule,
  tp: number,
  fp: number,
  positives: number,
  negatives: number,
): number {
  switch (rule.by) {
    case "cost":
      return rule.falsePositive * fp + rule.falseNegative * (positives - tp);
    case "recall":
      if (tp / positives < rule.atLeast) return Number.NaN;
      return tp + fp === 0 ? 0 : tp / (tp + fp);
    case "f1":
      return (2 * tp) / (positives + tp + fp);
    case "balancedAccuracy":
      return ((negatives - fp) / negatives + tp / positives) / 2;
  }
}
