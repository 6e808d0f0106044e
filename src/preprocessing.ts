import {
  CategoryImputer,
  categoryImputerSchema,
  OneHotEncoder,
  oneHotEncoderSchema,
  SimpleImputer,
  StandardScaler,
  simpleImputerSchema,
  standardScalerSchema,
  type Table,
} from "@pipeline/ml";
import * as z from "zod";

/** What is done to the columns before the classifier sees them, as it was learned from the training rows. */
export const preprocessingSchema = z.strictObject({
  /** Null where missing numbers are kept as they are. */
  imputer: simpleImputerSchema.nullable(),
  /** Only where columns hold texts. */
  categories: z.strictObject({ imputer: categoryImputerSchema, encoder: oneHotEncoderSchema }).optional(),
  scaler: standardScalerSchema,
});
export type Preprocessing = z.output<typeof preprocessingSchema>;

/** Where more than this share of a category's training rows is empty, that is a category of its own, called so. */
export const emptyCategory = { above: 0.05, name: "(empty)" };

/**
 * Applies a stored preprocessing to raw rows.
 * @throws {ColumnMismatchError} naming missing and surplus columns
 */
export function preprocess({ imputer, categories, scaler }: Preprocessing, x: Table): Table {
  const complete = imputer === null ? x : SimpleImputer.fromJSON(imputer).transform(x);
  return StandardScaler.fromJSON(scaler).transform(encode(categories, complete));
}

/** Makes numbers of the columns of texts. */
export function encode(categories: Preprocessing["categories"], x: Table): Table {
  if (categories === undefined) return x;
  const complete = CategoryImputer.fromJSON(categories.imputer).transform(x);
  return OneHotEncoder.fromJSON(categories.encoder).transform(complete);
}
