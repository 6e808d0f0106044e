import {
  LogisticRegression,
  logisticRegressionSchema,
  SimpleImputer,
  StandardScaler,
  simpleImputerSchema,
  standardScalerSchema,
  type Table,
} from "@pipeline/ml";
import * as z from "zod";

/** What is done to the columns before the classifier sees them, as it was learned from the training rows. */
export const preprocessingSchema = z.strictObject({
  /** Null where zeros are kept as they are. */
  imputer: simpleImputerSchema.nullable(),
  scaler: standardScalerSchema,
});
export type Preprocessing = z.output<typeof preprocessingSchema>;

/** What `model.json` holds: enough to score raw new rows, and nothing that is code. */
export const modelSchema = z.strictObject({
  formatVersion: z.literal(1),
  preprocessing: preprocessingSchema,
  classifier: logisticRegressionSchema,
});
export type StoredModel = z.output<typeof modelSchema>;

/**
 * Applies a stored preprocessing to raw rows.
 * @throws {ColumnMismatchError} naming missing and surplus columns
 */
export function preprocess({ imputer, scaler }: Preprocessing, x: Table): Table {
  const complete = imputer === null ? x : SimpleImputer.fromJSON(imputer).transform(x);
  return StandardScaler.fromJSON(scaler).transform(complete);
}

/**
 * Probability of the positive class for raw new rows, as they stand in the dataset.
 * @throws {ColumnMismatchError} naming missing and surplus columns
 */
export function score(model: StoredModel, x: Table): Float64Array {
  const [, positive] = LogisticRegression.fromJSON(model.classifier).predictProba(
    preprocess(model.preprocessing, x),
  );
  return positive;
}
