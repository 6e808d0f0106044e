/** What a pod needs from the cluster: a GPU, memory, a kind of node, and a tolerated taint. */
import { defineStep, defineWorkflow, parameter } from "@tiphys/workflow";
import * as z from "zod";

const multiplyMatrices = defineStep({
  name: "multiply-matrices",
  description: "Stands for work on a GPU: the trace of the product of two n × n matrices of ones.",
  inputs: { n: parameter(z.int().min(1)) },
  outputs: { trace: parameter(z.number()) },
  run: ({ n }) => ({ trace: n * n }),
});

export const gpuAndMemory = defineWorkflow({
  name: "gpu-and-memory",
  description: "Run a step on a node with a GPU and 16 GiB of memory.",
  parameters: { n: parameter(z.int().min(1), 3) },
  build(dag, { n }) {
    const { trace } = dag.task(
      multiplyMatrices,
      { n },
      {
        resources: {
          requests: { cpu: "4", memory: "16Gi" },
          limits: { cpu: "4", memory: "16Gi", "nvidia.com/gpu": "1" },
        },
        template: {
          nodeSelector: { "nvidia.com/gpu.product": "NVIDIA-L4" },
          tolerations: [{ key: "nvidia.com/gpu", operator: "Exists", effect: "NoSchedule" }],
        },
      },
    );
    return { trace };
  },
});
