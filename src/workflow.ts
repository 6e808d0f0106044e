import { defineWorkflow } from "@tiphys/workflow";
import { classifierName } from "./classifier.js";
import { datasetArtifact } from "./dataset.js";
import { evaluate } from "./steps/evaluate.js";
import { featureScaling } from "./steps/feature-scaling.js";
import { loadAndSplitDataset } from "./steps/load-and-split-dataset.js";
import { makePredictions } from "./steps/make-predictions.js";
import { modelTraining } from "./steps/model-training.js";

/** From the CSV file to a trained model and its evaluation. The wiring of outputs to inputs defines the DAG. */
export const modelTrainingPipeline = defineWorkflow({
  name: "model-training-pipeline",
  description: `Predict diabetes: load and split, scale, train ${classifierName.inSentence}, predict, evaluate.`,
  parameters: {
    testSize: loadAndSplitDataset.inputs.testSize,
    randomState: loadAndSplitDataset.inputs.randomState,
    stratify: loadAndSplitDataset.inputs.stratify,
    missing: featureScaling.inputs.missing,
    C: modelTraining.inputs.C,
    onBadRow: loadAndSplitDataset.inputs.onBadRow,
  },
  artifacts: { dataset: datasetArtifact },
  build(dag, { dataset, testSize, randomState, stratify, missing, C, onBadRow }) {
    const data = dag.task(loadAndSplitDataset, { dataset, testSize, randomState, stratify, onBadRow });
    const scaled = dag.task(featureScaling, { xTrain: data.xTrain, xTest: data.xTest, missing });
    const { model } = dag.task(modelTraining, {
      xTrain: scaled.xTrain,
      yTrain: data.yTrain,
      preprocessing: scaled.preprocessing,
      C,
    });
    const { yPred, yScore } = dag.task(makePredictions, { model, xTest: scaled.xTest });
    const evaluation = dag.task(evaluate, {
      model,
      xTrain: data.xTrain,
      yTrain: data.yTrain,
      yTest: data.yTest,
      yPred,
      yScore,
      settings: data.settings,
    });
    return { ...evaluation, model };
  },
});
