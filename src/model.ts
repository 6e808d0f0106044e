import { ColumnTransformer, type Table } from "@tiphys/ml";
import * as z from "zod";
import { classifierSchema, modelOf } from "./models.js";
import { preprocessingSchema } from "./preprocessing.js";
import { classesAt } from "./threshold.js";

/** The schema of `model.json`: enough to score new raw rows, and no code. */
export const modelSchema = z.strictObject({
  formatVersion: z.literal(2),
  preprocessing: preprocessingSchema,
  classifier: classifierSchema,
  classWeight: z.enum(["none", "balanced"]),
  /**
   * From this probability on a row is predicted as positive; `rule` has chosen it. Where no row should be positive it is the
   * next number above the highest probability, so above 1 at most by one step.
   */
  threshold: z.strictObject({
    value: z
      .number()
      .min(0)
      .max(1 + Number.EPSILON),
    rule: z.string(),
  }),
});
export type StoredModel = z.output<typeof modelSchema>;

/** Class (1 for the positive one, else 0) and probability of the positive class of each row. */
export interface RowPredictions {
  readonly yPred: Float64Array;
  readonly yScore: Float64Array;
}

/** A model that is ready to predict. */
export interface OpenModel {
  /**
   * Predictions for raw rows, in the form of the dataset.
   * @throws {ColumnMismatchError} naming missing and surplus columns
   */
  predict(x: Table): RowPredictions;
  /** Predictions for rows that the preprocessing has transformed. */
  predictPrepared(x: Table): RowPredictions;
}

export function openModel({ preprocessing, classifier, threshold }: StoredModel): OpenModel {
  const transformer = ColumnTransformer.fromJSON(preprocessing);
  const fitted = modelOf(classifier).fromJSON(classifier);
  const predictPrepared = (x: Table): RowPredictions => {
    const [, yScore = new Float64Array(0)] = fitted.predictProba(x);
    return { yPred: classesAt(threshold.value, yScore), yScore };
  };
  return { predictPrepared, predict: (x) => predictPrepared(transformer.transform(x)) };
}

/**
 * Probability of the positive class for new raw rows, in the form of the dataset.
 * @throws {ColumnMismatchError} naming missing and surplus columns
 */
export function predictPositive(model: StoredModel, x: Table): Float64Array {
  return openModel(model).predict(x).yScore;
}
