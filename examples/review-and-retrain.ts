/** A person in the loop: train, let them look at the result and pick another value, until they are satisfied. */
import { LogisticRegression, rocAucScore } from "@tiphys/ml";
import { artifact, column, defineStep, defineWorkflow, parameter, table } from "@tiphys/workflow";
import * as z from "zod";
import { datasetArtifact } from "../src/dataset.js";
import { featureScaling } from "../src/steps/feature-scaling.js";
import { loadAndSplitDataset } from "../src/steps/load-and-split-dataset.js";
import { makePredictions } from "../src/steps/make-predictions.js";
import { modelTraining } from "../src/steps/model-training.js";
import { measureAuc, splitValidation } from "./hyperparameter-search.js";

const strength = z.number().gt(0);
const xy = {
  xFit: artifact(table),
  yFit: artifact(column),
  xValidation: artifact(table),
  yValidation: artifact(column),
};

const trainAgain = defineStep({
  name: "train-again",
  inputs: { ...xy, C: parameter(strength) },
  outputs: { validationAuc: parameter(z.number()), usedC: parameter(strength) },
  run({ xFit, yFit, xValidation, yValidation, C }, { log }) {
    const [, scores] = new LogisticRegression({ C }).fit(xFit, yFit).predictProba(xValidation);
    const validationAuc = rocAucScore(yValidation, scores);
    log(`C = ${C} gives an AUC of ${validationAuc} on the validation rows`);
    return { validationAuc, usedC: C };
  },
});

const round = defineWorkflow({
  name: "review-round",
  parameters: { C: trainAgain.inputs.C },
  artifacts: xy,
  build(dag, { xFit, yFit, xValidation, yValidation, C }) {
    const { validationAuc, usedC } = dag.task(trainAgain, { xFit, yFit, xValidation, yValidation, C });
    const review = dag.approve({
      name: "review",
      message: "Is the AUC good enough? If not, which C shall be tried next?",
      fields: { satisfied: z.enum(["yes", "no"]), C: strength.default(1) },
      shows: { validationAuc, usedC },
    });
    return { validationAuc, usedC, satisfied: review.satisfied, nextC: review.C };
  },
});

export const reviewAndRetrain = defineWorkflow({
  name: "review-and-retrain",
  description: "Train, ask a person, train again with the value that they pick, and test the last one.",
  parameters: { C: parameter(strength, 0.001) },
  artifacts: { dataset: datasetArtifact },
  build(dag, { dataset, C }) {
    const { xTrain, yTrain, xTest, yTest } = dag.task(loadAndSplitDataset, { dataset });
    // The person sees validation rows only, so that the test rows say how good the last model is for new ones.
    const { xFit, yFit, xValidation, yValidation } = dag.task(splitValidation, { xTrain, yTrain });
    const tried = dag.task(featureScaling, { xTrain: xFit, xTest: xValidation }, { name: "scale-to-choose" });
    const { validationAuc, usedC } = dag.repeat(
      round,
      { xFit: tried.xTrain, yFit, xValidation: tried.xTest, yValidation, C },
      {
        until: (last) => last.satisfied.equals("yes"),
        next: (last) => ({ C: last.nextC }),
        maxRounds: 10,
      },
    );
    const scaled = dag.task(featureScaling, { xTrain, xTest });
    const { preprocessing } = scaled;
    const { model } = dag.task(modelTraining, { xTrain: scaled.xTrain, yTrain, preprocessing, C: usedC });
    const { yScore } = dag.task(makePredictions, { model, xTest: scaled.xTest });
    const { auc } = dag.task(measureAuc, { yTest, yScore });
    return { C: usedC, validationAuc, auc, model };
  },
});
