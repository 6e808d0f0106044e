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
} from "@tiphys/ml";
import * as z from "zod";

/** The preprocessing of the columns, fitted on the training rows. */
export const preprocessingSchema = z.strictObject({
  /** Null where missing numbers are kept unchanged. */
  imputer: simpleImputerSchema.nullable(),
  /** Present only if there are columns of texts. */
  categories: z.strictObject({ imputer: categoryImputerSchema, encoder: oneHotEncoderSchema }).optional(),
  scaler: standardScalerSchema,
});
export type Preprocessing = z.output<typeof preprocessingSchema>;

/**
 * Applies a fitted preprocessing to raw rows.
 * @throws {ColumnMismatchError} naming missing and surplus columns
 */
export function preprocess({ imputer, categories, scaler }: Preprocessing, x: Table): Table {
  const complete = imputer === null ? x : SimpleImputer.fromJSON(imputer).transform(x);
  return StandardScaler.fromJSON(scaler).transform(encode(categories, complete));
}

/** Of these columns the ones whose empty cells a fitted preprocessing does not fill in: a model needs numbers there. */
export function unfilledColumns(
  { imputer, categories }: Preprocessing,
  names: readonly string[],
): readonly string[] {
  const filled = [
    ...(imputer?.missingValues === null ? imputer.columns : []),
    ...(categories?.imputer.columns ?? []),
  ];
  return names.filter((name) => !filled.includes(name));
}

/** Encodes columns of texts as columns of 0 and 1. */
export function encode(categories: Preprocessing["categories"], x: Table): Table {
  if (categories === undefined) return x;
  const complete = CategoryImputer.fromJSON(categories.imputer).transform(x);
  return OneHotEncoder.fromJSON(categories.encoder).transform(complete);
}
