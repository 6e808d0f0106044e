import { artifact, column, defineStep, json, parameter, table } from "@tiphys/workflow";
import * as z from "zod";
import { Classifier, classifierName } from "../classifier.js";
import { modelSchema, type StoredModel } from "../model.js";
import { preprocessingSchema } from "../preprocessing.js";

/** Two more Newton steps than the default takes, so that coefficients and probabilities agree to ten digits everywhere. */
const tol = 1e-12;

export const modelTraining = defineStep({
  name: "model-training",
  description: `Trains ${classifierName.inSentence} and stores it together with the preprocessing.`,
  inputs: {
    xTrain: artifact(table),
    yTrain: artifact(column),
    preprocessing: artifact(json(preprocessingSchema)),
    C: parameter(z.number().gt(0), 1),
  },
  outputs: { model: artifact(json(modelSchema)) },
  run({ xTrain, yTrain, preprocessing, C }, { log }) {
    const classifier = new Classifier({ C, tol, onWarning: log }).fit(xTrain, yTrain);
    // A fit that did not converge has logged a warning instead.
    if (classifier.converged) {
      log(`converged after ${classifier.nIter} Newton steps on ${xTrain.numRows()} rows`);
    }
    const model: StoredModel = { formatVersion: 1, preprocessing, classifier: classifier.toJSON() };
    return { model };
  },
});
