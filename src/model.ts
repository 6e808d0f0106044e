import type { Column, Table } from "@tiphys/ml";
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
  return predictRows(model, x).yScore;
}

/**
 * Class (1 for the positive one, else 0) and probability of the positive class for new raw rows, in the form of the dataset.
 * @throws {ColumnMismatchError} naming missing and surplus columns
 */
export function predictRows(
  model: StoredModel,
  x: Table,
): { readonly yPred: Column; readonly yScore: Float64Array } {
  const classifier = Classifier.fromJSON(model.classifier);
  const complete = preprocess(model.preprocessing, x);
  const [, yScore] = classifier.predictProba(complete);
  return { yPred: classifier.predict(complete), yScore };
}
