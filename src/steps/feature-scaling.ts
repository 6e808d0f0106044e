import { SimpleImputer, StandardScaler } from "@pipeline/ml";
import { artifact, defineStep, json, parameter, table } from "@pipeline/workflow";
import * as z from "zod";
import { zeroMeansMissing } from "../dataset.js";
import { preprocess, preprocessingSchema } from "../model.js";

export const featureScaling = defineStep({
  name: "feature-scaling",
  description: "Fills in missing values where asked for, and scales each column to mean 0 and variance 1.",
  inputs: {
    xTrain: artifact(table),
    xTest: artifact(table),
    missing: parameter(z.enum(["keep", "median"]), "keep"),
  },
  outputs: {
    xTrain: artifact(table),
    xTest: artifact(table),
    preprocessing: artifact(json(preprocessingSchema)),
  },
  run({ xTrain, xTest, missing }, { log }) {
    // Both learn from the training rows only: the test rows stand for data that nobody has seen.
    const imputer =
      missing === "median"
        ? new SimpleImputer({ strategy: "median", missingValues: 0, columns: zeroMeansMissing }).fit(xTrain)
        : null;
    const scaler = new StandardScaler().fit(imputer?.transform(xTrain) ?? xTrain);
    const preprocessing = { imputer: imputer?.toJSON() ?? null, scaler: scaler.toJSON() };
    log(`scaled ${xTrain.numCols()} columns of ${xTrain.numRows()} rows`);
    return {
      xTrain: preprocess(preprocessing, xTrain),
      xTest: preprocess(preprocessing, xTest),
      preprocessing,
    };
  },
});
