import * as z from "zod";
import { isAscending, notAscending } from "../classes-schema.js";

const classes = z
  .union([z.tuple([z.number(), z.number()]), z.tuple([z.string(), z.string()])])
  .refine(isAscending, notAscending);

const common = {
  formatVersion: z.literal(1),
  estimator: z.literal("LogisticRegression"),
  solver: z.enum(["newton-cholesky", "gradient-descent"]),
  /** Inverse strength of the penalty; null for no penalty, because JSON has no infinity. */
  C: z.number().positive().nullable(),
  fitIntercept: z.boolean(),
  featureNames: z.array(z.string()),
};

const outcome = {
  nIter: z.int().nonnegative(),
  converged: z.boolean(),
  warnings: z.array(z.string()),
};

/** The stored form of a `LogisticRegression` fitted on two classes. */
export const binaryLogisticRegressionSchema = z
  .strictObject({
    ...common,
    /** The negative class, then the positive one, whose probability grows with coef · x + intercept. */
    classes,
    coef: z.array(z.number()),
    intercept: z.number(),
    /** Standard errors of coef and intercept; null when not defined. */
    standardErrors: z
      .strictObject({ coef: z.array(z.number().nonnegative()), intercept: z.number().nonnegative() })
      .nullable(),
    ...outcome,
    /** Absent: "multinomial" is the other form's. */
    multiClass: z.undefined().optional(),
  })
  .refine(
    ({ featureNames, coef, standardErrors }) =>
      coef.length === featureNames.length && (standardErrors?.coef ?? coef).length === coef.length,
    { error: "coef and standardErrors.coef must have one number for each of featureNames" },
  );

/** The stored form of a `LogisticRegression` fitted on three classes or more. */
export const multinomialLogisticRegressionSchema = z
  .strictObject({
    ...common,
    multiClass: z.literal("multinomial"),
    /** Ascending. */
    classes: z
      .union([z.array(z.number()).min(3).readonly(), z.array(z.string()).min(3).readonly()])
      .refine(isAscending, notAscending),
    /** For each class a number for each column. */
    coef: z.array(z.array(z.number())),
    intercept: z.array(z.number()),
    ...outcome,
  })
  .refine(
    ({ featureNames, classes, coef, intercept }) =>
      coef.length === classes.length &&
      intercept.length === classes.length &&
      coef.every((ofClass) => ofClass.length === featureNames.length),
    {
      error:
        "coef and intercept must have one row for each of classes, and coef one number for each of featureNames",
    },
  );

/** The stored form of a fitted `LogisticRegression`: of three classes or more if it has `multiClass`, else of two. */
export const logisticRegressionSchema = z.discriminatedUnion("multiClass", [
  binaryLogisticRegressionSchema,
  multinomialLogisticRegressionSchema,
]);

/** The result of `LogisticRegression.toJSON()` for two classes. */
export type StoredBinaryLogisticRegression = z.infer<typeof binaryLogisticRegressionSchema>;

/** The result of `LogisticRegression.toJSON()` for three classes or more. */
export type StoredMultinomialLogisticRegression = z.infer<typeof multinomialLogisticRegressionSchema>;

/** The result of `LogisticRegression.toJSON()`. */
export type StoredLogisticRegression = z.infer<typeof logisticRegressionSchema>;
