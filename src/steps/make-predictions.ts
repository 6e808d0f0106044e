import { artifact, column, defineStep, json, table } from "@tiphys/workflow";
import { modelSchema, openModel } from "../model.js";

export const makePredictions = defineStep({
  name: "make-predictions",
  description: "Predicts the class of each test row, and the probability of the positive class.",
  inputs: { model: artifact(json(modelSchema)), xTest: artifact(table) },
  outputs: { yPred: artifact(column), yScore: artifact(column) },
  run({ model, xTest }, { log }) {
    const predictions = openModel(model).predictPrepared(xTest);
    log(`predicted ${predictions.yScore.length} rows`);
    return { ...predictions };
  },
});
