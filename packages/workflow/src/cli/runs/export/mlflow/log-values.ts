import { printable } from "@tiphys/argo-lint/text";
import type { RunSummary } from "../../../../history/index.js";
import type { MlflowRun } from "./mlflow-run.js";
import type { MlflowServer } from "./mlflow-server.js";
import { mlflowMetrics, mlflowParameters, mlflowTags } from "./mlflow-values.js";

/** How many parameters or metrics a request has: MLflow accepts 100 parameters and a megabyte, which 25 of the longest stay below. */
const batchSize = 25;

/** Sends parameters, metrics and tags, and removes tags that no longer apply. */
export async function logValues(server: MlflowServer, run: MlflowRun, summary: RunSummary): Promise<void> {
  const tags = Object.entries(mlflowTags(summary));
  const set = tags.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
  const metrics = mlflowMetrics(summary).filter((metric) => !run.hasMetric(metric));
  const log = (what: string, values: object) =>
    server.tell(`${what} cannot be sent`, "runs/log-batch", { run_id: run.id, ...values });
  await log("The tags", { tags: set });
  for (const batch of batches(mlflowParameters(summary))) await log("The parameters", { params: batch });
  for (const batch of batches(metrics)) await log("The metrics", { metrics: batch });
  for (const [key, value] of tags) {
    if (value === undefined && run.tags.has(key)) {
      await server.tell(`The tag ${printable(key)} cannot be removed`, "runs/delete-tag", {
        run_id: run.id,
        key,
      });
    }
  }
}

function batches<T>(values: readonly T[]): T[][] {
  const count = Math.ceil(values.length / batchSize);
  return Array.from({ length: count }, (_, i) => values.slice(i * batchSize, (i + 1) * batchSize));
}
