import {
  chooseThreshold,
  type NumericColumn,
  requireNumeric,
  type Table,
  type TrainTestSplit,
  trainTestSplit,
} from "@tiphys/ml";
import {
  type AnyDataset,
  artifact,
  ContractError,
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
    const fit = (x: Table, labels: NumericColumn, write: (line: string) => void) =>
      model.fit(x, labels, { ...options, log: write });
    const rule = readThreshold(threshold);
    const validation =
      typeof rule === "number" ? undefined : drawValidation(threshold, xTrain, y, options.randomState);
    const classifier = fit(xTrain, y, log);
    let value = 0.5;
    if (typeof rule === "number") value = rule;
    else if (validation !== undefined) {
      const onPart = fit(validation.xTrain, validation.yTrain, () => {});
      const [, scores = new Float64Array(0)] = onPart.predictProba(validation.xTest);
      value = chooseThreshold(validation.yTest, scores, rule).threshold;
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
 * Divides the training rows once more, into rows to fit on and rows by which a rule chooses.
 * @throws {ContractError} if a class has too few rows for both parts
 * @throws as `requireUndivided` does
 */
function drawValidation(
  rule: string,
  x: Table,
  y: NumericColumn,
  randomState: number,
): TrainTestSplit<NumericColumn> {
  requireUndivided(rule);
  const positives = Float64Array.from(y).filter((label) => label === 1).length;
  const rarer = Math.min(positives, y.length - positives);
  // A stratified fifth of fewer rows may have none of the class.
  if (rarer < 1 / validationShare) {
    throw new ContractError(
      `threshold: found ${rule}, which needs rows of both classes among the validation rows, a fifth of the training rows. One class has ${rarer} training rows. Give a number, or train on more rows.`,
    );
  }
  return trainTestSplit({ x, y, stratify: y, testSize: validationShare, randomState });
}

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
