/** A template that is stored in the cluster and referenced by workflows: kind WorkflowTemplate, without a run of its own. */
import { defineStep, defineWorkflow, parameter } from "@tiphys/workflow";
import * as z from "zod";

const standardize = defineStep({
  name: "standardize",
  description: "Subtracts the mean and divides by the standard deviation (n in the denominator).",
  inputs: { values: parameter(z.array(z.number()).min(1)) },
  outputs: { values: parameter(z.array(z.number())) },
  run({ values }) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    return { values: values.map((value) => (deviation === 0 ? 0 : (value - mean) / deviation)) };
  },
});

export const workflowTemplate = defineWorkflow({
  name: "workflow-template",
  description: "Standardize a list of numbers.",
  parameters: { values: parameter(z.array(z.number()).min(1), [2, 4, 6, 8]) },
  build: (dag, { values }) => ({ values: dag.task(standardize, { values }).values }),
});
