import type { Table } from "@pipeline/ml";
import * as z from "zod";
import { Classifier, classifierSchema } from "./classifier.js";
import { preprocess, preprocessingSchema } from "./preprocessing.js";

/** What `model.json` holds: enough to score raw new rows, and nothing that is code. */
export const modelSchema = z.strictObject({
  formatVersion: z.literal(1),
  preprocessing: preprocessingSchema,
  classifier: classifierSchema,
});
export type StoredModel = z.output<typeof modelSchema>;

/**
 * Probability of the positive class for raw new rows, as they stand in the dataset.
 * @throws {ColumnMismatchError} naming missing and surplus columns
 */
export function predictPositive(model: StoredModel, x: Table): Float64Array {
  const [, positive] = Classifier.fromJSON(model.classifier).predictProba(preprocess(model.preprocessing, x));
  return positive;
}
