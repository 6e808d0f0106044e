import type { Workflow } from "@tiphys/workflow";
import type { ManifestOptions } from "@tiphys/workflow/argo";
import { artifacts } from "./artifacts.js";
import { batchPrediction } from "./batch-prediction.js";
import { coinflip } from "./coinflip.js";
import { containerSteps } from "./container-step.js";
import { cronRetraining } from "./cron-retraining.js";
import { crossValidation } from "./cross-validation.js";
import { diamond } from "./diamond.js";
import { emptyMap } from "./empty-map.js";
import { exitHandler } from "./exit-handler.js";
import { gpuAndMemory } from "./gpu-and-memory.js";
import { hyperparameterSearch } from "./hyperparameter-search.js";
import { inlineScripts } from "./inline-script.js";
import { mapReduce } from "./map-reduce.js";
import { nestedWorkflow } from "./nested-workflow.js";
import { retryWithBackoff } from "./retry-with-backoff.js";
import { reviewAndRetrain } from "./review-and-retrain.js";
import { sharedPod } from "./shared-pod.js";
import { skippedProducers } from "./skipped-producers.js";
import { templateReference } from "./template-reference.js";
import { workflowTemplate } from "./workflow-template.js";

/** A small workflow that shows one feature. */
export interface Example {
  /** Name of its workflow and of its files: `<name>.ts`, `<name>.yaml`. */
  readonly name: string;
  readonly workflow: Workflow;
  /** The answers to its approvals, as arguments of `--approve`, in the order of the rounds. */
  readonly approvals?: readonly (readonly [string, string])[];
  /** What it needs that a laptop may not have: without it, the run ends as incomplete. */
  readonly needs?: "cluster" | "containers";
  /** Options of its manifest, except the image. */
  readonly manifest?: Omit<ManifestOptions, "image">;
}

export const examples: readonly Example[] = [
  { name: "coinflip", workflow: coinflip },
  { name: "diamond", workflow: diamond },
  { name: "nested-workflow", workflow: nestedWorkflow },
  { name: "inline-script", workflow: inlineScripts },
  { name: "hyperparameter-search", workflow: hyperparameterSearch },
  { name: "cross-validation", workflow: crossValidation },
  { name: "map-reduce", workflow: mapReduce },
  { name: "empty-map", workflow: emptyMap },
  { name: "skipped-producers", workflow: skippedProducers },
  { name: "artifacts", workflow: artifacts },
  { name: "batch-prediction", workflow: batchPrediction },
  {
    name: "review-and-retrain",
    workflow: reviewAndRetrain,
    approvals: [
      ["review.satisfied", "no"],
      ["review.C", "0.1"],
      ["review.satisfied", "yes"],
    ],
  },
  { name: "retry-with-backoff", workflow: retryWithBackoff },
  { name: "exit-handler", workflow: exitHandler },
  { name: "gpu-and-memory", workflow: gpuAndMemory },
  { name: "shared-pod", workflow: sharedPod },
  { name: "container-step", workflow: containerSteps, needs: "containers" },
  { name: "workflow-template", workflow: workflowTemplate, manifest: { kind: "WorkflowTemplate" } },
  { name: "template-reference", workflow: templateReference, needs: "cluster" },
  {
    name: "cron-retraining",
    workflow: cronRetraining,
    manifest: { kind: "CronWorkflow", cron: { schedule: "0 3 * * 1", timezone: "Europe/Berlin" } },
  },
];
