import { execFileSync } from "node:child_process";
import { join } from "node:path";
import * as z from "zod";
import { root } from "../project.js";
import { mlflowEnvironment, mlflowPython } from "./mlflow-server.js";

const predictionSchema = z.object({ probability: z.array(z.number()), class: z.array(z.number()) });
const runSchema = z.object({
  name: z.string(),
  experiment: z.string(),
  status: z.string(),
  params: z.record(z.string(), z.string()),
  metrics: z.record(z.string(), z.number()),
  /** How many values each metric has. */
  points: z.record(z.string(), z.number()),
  tags: z.record(z.string(), z.string()),
  files: z.array(z.string()),
  /** The model's signature. */
  inputs: z.array(z.looseObject({ name: z.string(), type: z.string() })).optional(),
  /** The outputs of the model in the flavor onnx. */
  onnx: z.array(z.string()).optional(),
  prediction: predictionSchema.optional(),
});
const seenSchema = z.object({
  types: z.array(z.string()),
  runs: z.array(runSchema),
  local: predictionSchema.extend({ index: z.array(z.number()), class: z.array(z.string()) }),
  version: z.number(),
  printed: z.string(),
});

/** What MLflow's own client finds on a server: read-mlflow.py. */
export type SeenByMlflow = z.output<typeof seenSchema>;

/**
 * @param rows a CSV file
 * @param model a directory with the files of a model
 * @param script a Python file
 */
export function readMlflow(server: string, rows: string, model: string, script: string): SeenByMlflow {
  const answer = execFileSync(
    mlflowPython,
    [join(import.meta.dirname, "read-mlflow.py"), server, rows, model, script],
    {
      cwd: root,
      encoding: "utf8",
      env: mlflowEnvironment,
      stdio: "pipe",
      timeout: 180_000,
      maxBuffer: 2 ** 26,
    },
  );
  return seenSchema.parse(JSON.parse(answer));
}
