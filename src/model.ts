import type { Table } from "@tiphys/ml";
import * as z from "zod";
import { Classifier, classifierSchema } from "./classifier.js";
import { preprocess, preprocessingSchema } from "./preprocessing.js";

/** The schema of `model.json`: enough to score new raw rows, and no code. */
export const modelSchema = z.strictObject({
  formatVersion: z.literal(1),
  preprocessing: preprocessingSchema,
  classifier: classifierSchema,
});
export type StoredModel = z.output<typeof modelSchema>;

/**
 * Probability of the positive class for new raw rows, in the form of the dataset.
 * @throws {ColumnMismatchError} naming missing and surplus columns
 */
export function predictPositive(model: StoredModel, x: Table): Float64Array {
  const [, positive] = Classifier.fromJSON(model.classifier).predictProba(preprocess(model.preprocessing, x));
  return positive;
}
