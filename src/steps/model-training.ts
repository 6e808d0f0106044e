import { chooseThreshold, requireNumeric, trainTestSplit } from "@tiphys/ml";
import {
  type AnyDataset,
  artifact,
  column,
  defineStep,
  json,
  parameter,
  table,
  UsageError,
} from "@tiphys/workflow";
import * as z from "zod";
import { contract } from "../dataset.js";
import { modelSchema, type StoredModel } from "../model.js";
import { modelNamed, modelParameter } from "../models.js";
import { preprocessingSchema } from "../preprocessing.js";
import { readThreshold, thresholdParameter } from "../threshold.js";

/** The share of the training rows by which a rule chooses the threshold, after a fit on the others. */
const validationShare = 0.2;

export const modelTraining = defineStep({
  name: "model-training",
  description: "Trains the model and stores it together with the preprocessing and the threshold.",
  inputs: {
    xTrain: artifact(table),
    yTrain: artifact(column),
    preprocessing: artifact(json(preprocessingSchema)),
    model: modelParameter,
    C: parameter(z.number().gt(0), 1),
    classWeight: parameter(z.enum(["none", "balanced"]), "none"),
    threshold: thresholdParameter,
    randomState: parameter(z.int().min(0).max(4294967295), 42),
  },
  outputs: { model: artifact(json(modelSchema)) },
  run({ xTrain, yTrain, preprocessing, model: name, threshold, ...options }, { log }) {
    const y = requireNumeric("yTrain", yTrain);
    const model = modelNamed(name);
    const classifier = model.fit(xTrain, y, { ...options, log });
    const rule = readThreshold(threshold);
    let value = 0.5;
    if (typeof rule === "number") value = rule;
    else {
      requireUndivided(threshold);
      const { randomState } = options;
      const split = trainTestSplit({ x: xTrain, y, stratify: y, testSize: validationShare, randomState });
      const onPart = model.fit(split.xTrain, split.yTrain, { ...options, log: () => {} });
      const [, scores = new Float64Array(0)] = onPart.predictProba(split.xTest);
      // Where no row should be positive, the choice is just above the highest probability, which may be 1.
      value = Math.min(chooseThreshold(split.yTest, scores, rule).threshold, 1);
      log(
        `threshold ${value}: ${threshold} on ${scores.length} of the training rows, after a fit on the others`,
      );
    }
    const stored: StoredModel = {
      formatVersion: 2,
      preprocessing,
      classifier: classifier.toJSON(),
      classWeight: options.classWeight,
      threshold: { value, rule: threshold },
    };
    return { model: stored };
  },
});

/**
 * Checks that validation rows can be drawn one by one.
 * @throws {UsageError} if the contract divides the rows by a column: rows of one group would be on both sides
 */
function requireUndivided(rule: string): void {
  const { group, time }: AnyDataset = contract;
  const by = group ?? time;
  if (by === undefined) return;
  throw new UsageError(
    `threshold: found ${rule}, expected a number: src/dataset.ts divides the rows by "${by}", and the validation rows of a rule are drawn one by one.`,
  );
}
