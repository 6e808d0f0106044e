/** Tasks that only follow each other in one pod: the project's whole pipeline, then two tasks that Argo runs side by side. */
import { defineStep, defineWorkflow, parameter } from "@tiphys/workflow";
import * as z from "zod";
import { datasetArtifact } from "../src/dataset.js";
import { modelTrainingPipeline } from "../src/workflow.js";

const judge = defineStep({
  name: "judge",
  inputs: { auc: parameter(z.number()) },
  outputs: { isUsable: parameter(z.boolean()) },
  run: ({ auc }) => ({ isUsable: auc >= 0.8 }),
});

const roundAccuracy = defineStep({
  name: "round-accuracy",
  inputs: { accuracy: parameter(z.number()) },
  outputs: { percent: parameter(z.int()) },
  run: ({ accuracy }) => ({ percent: Math.round(accuracy * 100) }),
});

export const sharedPod = defineWorkflow({
  name: "shared-pod",
  description: "Train in one pod, and look at the metrics in two others.",
  artifacts: { dataset: datasetArtifact },
  argo: { fuse: true },
  build(dag, { dataset }) {
    const { auc, accuracy } = dag.task(modelTrainingPipeline, { dataset });
    const { isUsable } = dag.task(judge, { auc });
    const { percent } = dag.task(roundAccuracy, { accuracy });
    return { isUsable, percent };
  },
});
