/** A map over a list parameter: train a model for each strength of the penalty, and keep the one with the best AUC. */
import { LogisticRegression, rocAucScore } from "@tiphys/ml";
import {
  artifact,
  artifactList,
  column,
  defineStep,
  defineWorkflow,
  json,
  parameter,
  table,
} from "@tiphys/workflow";
import * as z from "zod";
import { datasetArtifact } from "../src/dataset.js";
import { modelSchema, type StoredModel } from "../src/model.js";
import { preprocessingSchema } from "../src/preprocessing.js";
import { featureScaling } from "../src/steps/feature-scaling.js";
import { loadAndSplitDataset } from "../src/steps/load-and-split-dataset.js";

const model = json(modelSchema);

const trainCandidate = defineStep({
  name: "train-candidate",
  description: "Trains with one C and measures the AUC on rows that the training has not seen.",
  inputs: {
    xTrain: artifact(table),
    yTrain: artifact(column),
    xValidation: artifact(table),
    yValidation: artifact(column),
    preprocessing: artifact(json(preprocessingSchema)),
    C: parameter(z.number().gt(0)),
  },
  outputs: { model: artifact(model), auc: parameter(z.number()) },
  run({ xTrain, yTrain, xValidation, yValidation, preprocessing, C }) {
    const classifier = new LogisticRegression({ C }).fit(xTrain, yTrain);
    const [, scores] = classifier.predictProba(xValidation);
    const model: StoredModel = { formatVersion: 1, preprocessing, classifier: classifier.toJSON() };
    return { model, auc: rocAucScore(yValidation, scores) };
  },
});

const keepBest = defineStep({
  name: "keep-best",
  description: "The model with the highest AUC, the first of them where several are equal.",
  inputs: { models: artifactList(model), aucs: parameter(z.array(z.number())) },
  outputs: { model: artifact(model), auc: parameter(z.number()), C: parameter(z.number().nullable()) },
  run({ models, aucs }) {
    const auc = Math.max(...aucs);
    const best = models[aucs.indexOf(auc)];
    if (best === undefined) throw new Error("There is no candidate to choose from.");
    return { model: best, auc, C: best.classifier.C };
  },
});

export const hyperparameterSearch = defineWorkflow({
  name: "hyperparameter-search",
  description: "Train a logistic regression for each C of a list, and keep the best by AUC.",
  parameters: { candidates: parameter(z.array(z.number().gt(0)).min(1), [0.001, 0.01, 0.1, 1, 10]) },
  artifacts: { dataset: datasetArtifact },
  build(dag, { dataset, candidates }) {
    const data = dag.task(loadAndSplitDataset, { dataset });
    const scaled = dag.task(featureScaling, { xTrain: data.xTrain, xTest: data.xTest, missing: "median" });
    const trained = dag.map(trainCandidate, candidates, (C) => ({
      xTrain: scaled.xTrain,
      yTrain: data.yTrain,
      xValidation: scaled.xTest,
      yValidation: data.yTest,
      preprocessing: scaled.preprocessing,
      C,
    }));
    const best = dag.task(keepBest, { models: trained.model, aucs: trained.auc });
    return { ...best, aucs: trained.auc };
  },
});
