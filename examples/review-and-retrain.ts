/** A person in the loop: train, let them look at the result and pick another value, until they are satisfied. */
import { LogisticRegression, rocAucScore } from "@tiphys/ml";
import { artifact, column, defineStep, defineWorkflow, parameter, table } from "@tiphys/workflow";
import * as z from "zod";
import { datasetArtifact } from "../src/dataset.js";
import { featureScaling } from "../src/steps/feature-scaling.js";
import { loadAndSplitDataset } from "../src/steps/load-and-split-dataset.js";

const strength = z.number().gt(0);
const xy = {
  xTrain: artifact(table),
  yTrain: artifact(column),
  xTest: artifact(table),
  yTest: artifact(column),
};

const trainAgain = defineStep({
  name: "train-again",
  inputs: { ...xy, C: parameter(strength) },
  outputs: { auc: parameter(z.number()), usedC: parameter(strength) },
  run({ xTrain, yTrain, xTest, yTest, C }, { log }) {
    const [, scores] = new LogisticRegression({ C }).fit(xTrain, yTrain).predictProba(xTest);
    const auc = rocAucScore(yTest, scores);
    log(`C = ${C} gives an AUC of ${auc}`);
    return { auc, usedC: C };
  },
});

const round = defineWorkflow({
  name: "review-round",
  parameters: { C: trainAgain.inputs.C },
  artifacts: xy,
  build(dag, { xTrain, yTrain, xTest, yTest, C }) {
    const { auc, usedC } = dag.task(trainAgain, { xTrain, yTrain, xTest, yTest, C });
    const review = dag.approve({
      name: "review",
      message: "Is the AUC good enough? If not, which C shall be tried next?",
      fields: { satisfied: z.enum(["yes", "no"]), C: strength.default(1) },
      shows: { auc, usedC },
    });
    return { auc, usedC, satisfied: review.satisfied, nextC: review.C };
  },
});

export const reviewAndRetrain = defineWorkflow({
  name: "review-and-retrain",
  description: "Train, ask a person, and train again with the value that they pick.",
  parameters: { C: parameter(strength, 0.001) },
  artifacts: { dataset: datasetArtifact },
  build(dag, { dataset, C }) {
    const data = dag.task(loadAndSplitDataset, { dataset });
    const { xTrain, xTest } = dag.task(featureScaling, { xTrain: data.xTrain, xTest: data.xTest });
    const { auc, usedC } = dag.repeat(
      round,
      { xTrain, yTrain: data.yTrain, xTest, yTest: data.yTest, C },
      {
        until: (last) => last.satisfied.equals("yes"),
        next: (last) => ({ C: last.nextC }),
        maxRounds: 10,
      },
    );
    return { auc, C: usedC };
  },
});
