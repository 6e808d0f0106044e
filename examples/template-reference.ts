/** A task that is a template in the cluster: the one that `workflow-template` creates. */
import { defineStep, defineWorkflow, existingTemplate, parameter } from "@tiphys/workflow";
import * as z from "zod";

const standardizeInCluster = existingTemplate({
  name: "standardize-in-cluster",
  description: "The template `standardize` of the WorkflowTemplate `workflow-template`.",
  templateRef: { name: "workflow-template", template: "standardize" },
  inputs: { values: parameter(z.array(z.number()).min(1)) },
  outputs: { values: parameter(z.array(z.number())) },
});

const countOutliers = defineStep({
  name: "count-outliers",
  inputs: { values: parameter(z.array(z.number())) },
  outputs: { outliers: parameter(z.int()) },
  run: ({ values }) => ({ outliers: values.filter((value) => Math.abs(value) > 2).length }),
});

export const templateReference = defineWorkflow({
  name: "template-reference",
  description: "Count values more than two standard deviations from the mean; runs in the cluster only.",
  parameters: { values: parameter(z.array(z.number()).min(1), [1, 2, 1, 2, 1, 2, 1, 2, 30]) },
  build(dag, { values }) {
    const standardized = dag.task(standardizeInCluster, { values });
    return { outliers: dag.task(countOutliers, { values: standardized.values }).outliers };
  },
});
