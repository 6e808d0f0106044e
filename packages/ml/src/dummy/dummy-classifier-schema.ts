import * as z from "zod";
import { classesSchema } from "../classes-schema.js";

/** The stored form of a fitted `DummyClassifier`. */
export const dummyClassifierSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    estimator: z.literal("DummyClassifier"),
    strategy: z.enum(["prior", "mostFrequent", "stratified", "uniform", "constant"]),
    /** Seed of the random draws; null where each prediction draws others. */
    randomState: z.int().nonnegative().nullable(),
    /** The class that the strategy "constant" predicts, else null. */
    constant: z.union([z.number(), z.string()]).nullable(),
    featureNames: z.array(z.string()),
    classes: classesSchema,
    /** Share of each class among the rows of the fit. */
    classPrior: z.array(z.number().min(0).max(1)),
  })
  .refine(({ classes, classPrior }) => classes.length === classPrior.length, {
    error: "classPrior must have one number for each of classes",
  })
  .refine(
    ({ strategy, classes, constant }) => strategy !== "constant" || classes.some((each) => each === constant),
    { error: 'with the strategy "constant", constant must be one of classes' },
  );

/** The result of `DummyClassifier.toJSON()`. */
export type StoredDummyClassifier = z.infer<typeof dummyClassifierSchema>;
