/** Retraining on a schedule: the project's whole pipeline is one task, and its model is published if it is good enough. */
import { artifact, defineStep, defineWorkflow, json, parameter } from "@tiphys/workflow";
import * as z from "zod";
import { datasetArtifact } from "../src/dataset.js";
import { modelSchema } from "../src/model.js";
import { modelTrainingPipeline } from "../src/workflow.js";

const publishModel = defineStep({
  name: "publish-model",
  description: "Stands for a copy to wherever predictions are made from.",
  inputs: { model: artifact(json(modelSchema)), auc: parameter(z.number()) },
  outputs: {},
  run({ model, auc }, { log }) {
    log(
      `published a model of ${model.classifier.featureNames.length} features with an AUC of ${auc.toFixed(3)}`,
    );
    return {};
  },
});

export const cronRetraining = defineWorkflow({
  name: "cron-retraining",
  description: "Train anew, and publish the model where its AUC is at least 0.8.",
  artifacts: { dataset: datasetArtifact },
  argo: { spec: { ttlStrategy: { secondsAfterCompletion: 604800 } } },
  build(dag, { dataset }) {
    const { model, auc } = dag.task(modelTrainingPipeline, { dataset, missing: "median" });
    dag.task(publishModel, { model, auc }, { when: auc.atLeast(0.8) });
    return { model, auc };
  },
});
