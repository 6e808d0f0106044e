import { defineWorkflow } from "@tiphys/workflow";
import { datasetArtifact } from "./dataset.js";
import { evaluate } from "./steps/evaluate.js";
import { featureScaling } from "./steps/feature-scaling.js";
import { loadAndSplitDataset } from "./steps/load-and-split-dataset.js";
import { makePredictions } from "./steps/make-predictions.js";
import { modelTraining } from "./steps/model-training.js";

/** From the CSV file to a trained model and its evaluation. The wiring of outputs to inputs defines the DAG. */
export const modelTrainingPipeline = defineWorkflow({
  name: "model-training-pipeline",
  description: "Predict diabetes: load and split, scale, train a model, predict, evaluate.",
  parameters: {
    testSize: loadAndSplitDataset.inputs.testSize,
    randomState: loadAndSplitDataset.inputs.randomState,
    stratify: loadAndSplitDataset.inputs.stratify,
    missing: featureScaling.inputs.missing,
    model: modelTraining.inputs.model,
    C: modelTraining.inputs.C,
    classWeight: modelTraining.inputs.classWeight,
    threshold: modelTraining.inputs.threshold,
    onBadRow: loadAndSplitDataset.inputs.onBadRow,
  },
  artifacts: { dataset: datasetArtifact },
  build(
    dag,
    { dataset, testSize, randomState, stratify, missing, model: kind, C, classWeight, threshold, onBadRow },
  ) {
    const data = dag.task(loadAndSplitDataset, { dataset, testSize, randomState, stratify, onBadRow });
    const scaled = dag.task(featureScaling, { xTrain: data.xTrain, xTest: data.xTest, missing, model: kind });
    const { model } = dag.task(modelTraining, {
      xTrain: scaled.xTrain,
      yTrain: data.yTrain,
      preprocessing: scaled.preprocessing,
      model: kind,
      C,
      classWeight,
      threshold,
      randomState,
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
