import { artifact, column, defineStep, json, table } from "@tiphys/workflow";
import { Classifier } from "../classifier.js";
import { modelSchema } from "../model.js";

export const makePredictions = defineStep({
  name: "make-predictions",
  description: "Predicts the class of each test row, and the probability of the positive class.",
  inputs: { model: artifact(json(modelSchema)), xTest: artifact(table) },
  outputs: { yPred: artifact(column), yScore: artifact(column) },
  run({ model, xTest }, { log }) {
    const classifier = Classifier.fromJSON(model.classifier);
    const [, yScore] = classifier.predictProba(xTest);
    log(`predicted ${yScore.length} rows`);
    return { yPred: classifier.predict(xTest), yScore };
  },
});
