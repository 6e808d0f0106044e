/** A map over a list parameter: train a model for each strength of the penalty, and keep the one that is best on rows of its own. */
import { LogisticRegression, rocAucScore, trainTestSplit } from "@tiphys/ml";
import { artifact, column, defineStep, defineWorkflow, parameter, table } from "@tiphys/workflow";
import * as z from "zod";
import { datasetArtifact } from "../src/dataset.js";
import { featureScaling } from "../src/steps/feature-scaling.js";
import { loadAndSplitDataset } from "../src/steps/load-and-split-dataset.js";
import { makePredictions } from "../src/steps/make-predictions.js";
import { modelTraining } from "../src/steps/model-training.js";

export const splitValidation = defineStep({
  name: "split-validation",
  description: "Divides the training rows again: into rows to fit on, and rows to choose by.",
  inputs: {
    xTrain: artifact(table),
    yTrain: artifact(column),
    validationSize: parameter(z.number().gt(0).lt(1), 0.25),
    randomState: parameter(z.int().min(0), 42),
  },
  outputs: {
    xFit: artifact(table),
    yFit: artifact(column),
    xValidation: artifact(table),
    yValidation: artifact(column),
  },
  run({ xTrain, yTrain, validationSize, randomState }) {
    const split = trainTestSplit({ x: xTrain, y: yTrain, testSize: validationSize, randomState });
    return {
      xFit: split.xTrain,
      yFit: split.yTrain,
      xValidation: split.xTest,
      yValidation: split.yTest,
    };
  },
});

const tryCandidate = defineStep({
  name: "try-candidate",
  description: "Trains with one C and measures the AUC on the validation rows.",
  inputs: {
    xFit: artifact(table),
    yFit: artifact(column),
    xValidation: artifact(table),
    yValidation: artifact(column),
    C: parameter(z.number().gt(0)),
  },
  outputs: { auc: parameter(z.number()) },
  run({ xFit, yFit, xValidation, yValidation, C }) {
    const [, scores] = new LogisticRegression({ C }).fit(xFit, yFit).predictProba(xValidation);
    return { auc: rocAucScore(yValidation, scores) };
  },
});

const chooseBest = defineStep({
  name: "choose-best",
  description: "The C with the highest AUC, the first of them where several are equal.",
  inputs: { candidates: parameter(z.array(z.number())), aucs: parameter(z.array(z.number())) },
  outputs: { C: parameter(z.number().gt(0)), validationAuc: parameter(z.number()) },
  run({ candidates, aucs }) {
    const validationAuc = Math.max(...aucs);
    const C = candidates[aucs.indexOf(validationAuc)];
    if (C === undefined) throw new Error("There is no candidate to choose from.");
    return { C, validationAuc };
  },
});

export const measureAuc = defineStep({
  name: "measure-auc",
  description: "The AUC on the test rows, which neither the fit nor the choice has seen.",
  inputs: { yTest: artifact(column), yScore: artifact(column) },
  outputs: { auc: parameter(z.number()) },
  run: ({ yTest, yScore }) => ({ auc: rocAucScore(yTest, Float64Array.from(yScore, Number)) }),
});

export const hyperparameterSearch = defineWorkflow({
  name: "hyperparameter-search",
  description: "Train a logistic regression for each C of a list, keep the best by AUC, and test it.",
  parameters: { candidates: parameter(z.array(z.number().gt(0)).min(1), [0.001, 0.01, 0.1, 1, 10]) },
  artifacts: { dataset: datasetArtifact },
  build(dag, { dataset, candidates }) {
    const { xTrain, yTrain, xTest, yTest } = dag.task(loadAndSplitDataset, { dataset });
    const { xFit, yFit, xValidation, yValidation } = dag.task(splitValidation, { xTrain, yTrain });
    const tried = dag.task(
      featureScaling,
      { xTrain: xFit, xTest: xValidation, missing: "median" },
      { name: "scale-to-choose" },
    );
    const { auc: aucs } = dag.map(tryCandidate, candidates, (C) => ({
      xFit: tried.xTrain,
      yFit,
      xValidation: tried.xTest,
      yValidation,
      C,
    }));
    const { C, validationAuc } = dag.task(chooseBest, { candidates, aucs });
    const scaled = dag.task(featureScaling, { xTrain, xTest, missing: "median" });
    const { preprocessing } = scaled;
    const { model } = dag.task(modelTraining, { xTrain: scaled.xTrain, yTrain, preprocessing, C });
    const { yScore } = dag.task(makePredictions, { model, xTest: scaled.xTest });
    const { auc } = dag.task(measureAuc, { yTest, yScore });
    return { model, C, aucs, validationAuc, auc };
  },
});
