/** The shape of most pipelines: one task, two that process its output in parallel, and one that needs both. */
import { defineStep, defineWorkflow, parameter } from "@tiphys/workflow";
import * as z from "zod";

const numbers = parameter(z.array(z.number()));

const drawSample = defineStep({
  name: "draw-sample",
  inputs: { size: parameter(z.int().min(1)) },
  outputs: { sample: numbers },
  run: ({ size }) => ({ sample: Array.from({ length: size }, (_, i) => i + 1) }),
});

const sumSample = defineStep({
  name: "sum-sample",
  inputs: { sample: numbers },
  outputs: { sum: parameter(z.number()) },
  run: ({ sample }) => ({ sum: sample.reduce((sum, value) => sum + value, 0) }),
});

const countSample = defineStep({
  name: "count-sample",
  inputs: { sample: numbers },
  outputs: { count: parameter(z.int()) },
  run: ({ sample }) => ({ count: sample.length }),
});

const divide = defineStep({
  name: "divide",
  inputs: { sum: parameter(z.number()), count: parameter(z.int()) },
  outputs: { mean: parameter(z.number()) },
  run: ({ sum, count }) => ({ mean: sum / count }),
});

export const diamond = defineWorkflow({
  name: "diamond",
  description: "Mean of a sample: draw it, sum and count it side by side, divide.",
  parameters: { size: parameter(z.int().min(1), 4) },
  build(dag, { size }) {
    const { sample } = dag.task(drawSample, { size });
    const { sum } = dag.task(sumSample, { sample });
    const { count } = dag.task(countSample, { sample });
    return { mean: dag.task(divide, { sum, count }).mean };
  },
});
