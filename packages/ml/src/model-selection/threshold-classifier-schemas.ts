import * as z from "zod";
import { thresholdRuleSchema } from "./threshold-rule.js";

/** Any stored classifier; its own class checks it when it is restored. */
const storedClassifier = z.looseObject({ estimator: z.string() });

/** The stored form of a fitted `FixedThreshold`. */
export const fixedThresholdSchema = z.strictObject({
  formatVersion: z.literal(1),
  estimator: z.literal("FixedThreshold"),
  threshold: z.number(),
  featureNames: z.array(z.string()),
  classifier: storedClassifier,
});

/** The result of `FixedThreshold.toJSON()`. */
export type StoredFixedThreshold = z.infer<typeof fixedThresholdSchema>;

/** The stored form of a fitted `TunedThreshold`. */
export const tunedThresholdSchema = z.strictObject({
  formatVersion: z.literal(1),
  estimator: z.literal("TunedThreshold"),
  rule: thresholdRuleSchema,
  threshold: z.number(),
  /** The rule's metric on the validation rows. */
  value: z.number(),
  featureNames: z.array(z.string()),
  classifier: storedClassifier,
});

/** The result of `TunedThreshold.toJSON()`. */
export type StoredTunedThreshold = z.infer<typeof tunedThresholdSchema>;
