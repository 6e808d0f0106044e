import * as z from "zod";
import { dummyClassifierSchema } from "../dummy/dummy-classifier-schema.js";
import { dummyRegressorSchema } from "../dummy/dummy-regressor-schema.js";
import { histGradientBoostingClassifierSchema } from "../ensemble/hist-gradient-boosting-classifier-schema.js";
import { histGradientBoostingRegressorSchema } from "../ensemble/hist-gradient-boosting-regressor-schema.js";
import { linearRegressionSchema } from "../linear-model/linear-regression-schema.js";
import { logisticRegressionSchema } from "../linear-model/logistic-regression-schema.js";
import { ridgeSchema } from "../linear-model/ridge-schema.js";
import {
  fixedThresholdSchema,
  tunedThresholdSchema,
} from "../model-selection/threshold-classifier-schemas.js";
import { categoryImputerSchema } from "../preprocessing/category-imputer-schema.js";
import { oneHotEncoderSchema } from "../preprocessing/one-hot-encoder-schema.js";
import { simpleImputerSchema } from "../preprocessing/simple-imputer-schema.js";
import { standardScalerSchema } from "../preprocessing/standard-scaler-schema.js";

/**
 * The schemas of all stored estimators. A new one is a line here and a line in `transformers.ts` or `estimators.ts`, which
 * the compiler asks for.
 */
const plainClassifierSchemas = [
  dummyClassifierSchema,
  fixedThresholdSchema,
  histGradientBoostingClassifierSchema,
  logisticRegressionSchema,
  tunedThresholdSchema,
] as const;
const plainRegressorSchemas = [
  dummyRegressorSchema,
  histGradientBoostingRegressorSchema,
  linearRegressionSchema,
  ridgeSchema,
] as const;
const plainTransformerSchemas = [
  simpleImputerSchema,
  categoryImputerSchema,
  oneHotEncoderSchema,
  standardScalerSchema,
] as const;

/** The stored form of a classifier that has no steps. */
export type PlainStoredClassifier = z.output<(typeof plainClassifierSchemas)[number]>;

/** The stored form of a regressor that has no steps. */
export type PlainStoredRegressor = z.output<(typeof plainRegressorSchemas)[number]>;

/** The stored form of a transformer that has no steps. */
export type PlainStoredTransformer = z.output<(typeof plainTransformerSchemas)[number]>;

/** The result of `Pipeline.toJSON()`: the name and the stored form of each step. */
export interface StoredPipeline<Step = StoredEstimator> {
  formatVersion: 1;
  estimator: "Pipeline";
  steps: [name: string, step: Step][];
}

/** The result of `ColumnTransformer.toJSON()`. */
export interface StoredColumnTransformer {
  formatVersion: 1;
  estimator: "ColumnTransformer";
  /** All columns of the table. */
  featureNames: string[];
  /** The name, the stored form and the columns of each transformer that has any columns. */
  transformers: [name: string, transformer: StoredTransformer | "drop" | "passthrough", columns: string[]][];
  remainder: "drop" | "passthrough";
  verboseFeatureNamesOut: boolean;
}

/** The stored form of a transformer. */
export type StoredTransformer =
  | PlainStoredTransformer
  | StoredColumnTransformer
  | StoredPipeline<StoredTransformer>;

/** The stored form of a classifier, a regressor, a transformer, or a pipeline of them. */
export type StoredEstimator =
  | PlainStoredClassifier
  | PlainStoredRegressor
  | PlainStoredTransformer
  | StoredColumnTransformer
  | StoredPipeline;

/** The schema of a stored `Pipeline` of transformers. */
const transformerPipelineSchema = z.strictObject({
  formatVersion: z.literal(1),
  estimator: z.literal("Pipeline"),
  get steps(): z.ZodType<StoredPipeline<StoredTransformer>["steps"]> {
    return z.array(z.tuple([z.string(), storedTransformerSchema])).min(1);
  },
});

/** The schema of a stored `ColumnTransformer`. */
export const columnTransformerSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    estimator: z.literal("ColumnTransformer"),
    featureNames: z.array(z.string()),
    get transformers(): z.ZodType<StoredColumnTransformer["transformers"]> {
      const transformer = z.union([z.enum(["drop", "passthrough"]), storedTransformerSchema]);
      return z.array(z.tuple([z.string(), transformer, z.array(z.string()).min(1)]));
    },
    remainder: z.enum(["drop", "passthrough"]),
    verboseFeatureNamesOut: z.boolean(),
  })
  .refine(
    ({ featureNames, transformers }) =>
      transformers.every(([, , columns]) => columns.every((name) => featureNames.includes(name))),
    { error: "the columns of transformers must all be among featureNames" },
  );

/** The schema of every stored transformer. */
export const storedTransformerSchema = z.discriminatedUnion("estimator", [
  ...plainTransformerSchemas,
  transformerPipelineSchema,
  columnTransformerSchema,
]);

/** The schema of a stored `Pipeline`. */
export const pipelineSchema = z.strictObject({
  formatVersion: z.literal(1),
  estimator: z.literal("Pipeline"),
  get steps(): z.ZodType<StoredPipeline["steps"]> {
    return z.array(z.tuple([z.string(), storedEstimatorSchema])).min(1);
  },
});

/** The schema of every stored estimator: of classifiers, regressors, transformers, and pipelines of them. */
export const storedEstimatorSchema = z.discriminatedUnion("estimator", [
  ...plainClassifierSchemas,
  ...plainRegressorSchemas,
  ...plainTransformerSchemas,
  pipelineSchema,
  columnTransformerSchema,
]);
