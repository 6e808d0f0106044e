import { chooseThreshold, requireNumeric, trainTestSplit } from "@tiphys/ml";
import { artifact, column, defineStep, json, parameter, table } from "@tiphys/workflow";
import * as z from "zod";
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
