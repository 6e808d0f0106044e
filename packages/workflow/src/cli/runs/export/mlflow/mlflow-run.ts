import { printable } from "@tiphys/argo-lint/text";
import * as z from "zod";
import { UserError } from "../../../../definition/errors.js";
import type { RunSummary } from "../../../../history/index.js";
import { MlflowError } from "./mlflow-error.js";
import type { MlflowServer } from "./mlflow-server.js";
import type { MlflowMetric } from "./mlflow-values.js";

const experimentSchema = z.object({
  experiment: z.object({ experiment_id: z.string(), lifecycle_stage: z.string().default("active") }),
});
const textsSchema = z.array(z.object({ key: z.string() }));
const runSchema = z.object({
  info: z.object({ run_id: z.string(), artifact_uri: z.string() }),
  data: z
    .object({
      metrics: z.array(z.object({ key: z.string(), value: z.unknown(), timestamp: z.unknown() })).default([]),
      tags: textsSchema.default([]),
    })
    .default({ metrics: [], tags: [] }),
});

/** The tag by which an exported run is found again. */
const nameTag = "tiphys.run";

/** A run on an MLflow server. */
export interface MlflowRun {
  readonly id: string;
  readonly experiment: string;
  readonly artifactUri: string;
  /** Whether it was created just now. */
  readonly isNew: boolean;
  /** The names of its tags. */
  readonly tags: ReadonlySet<string>;
  /** Whether the server has this value of a metric. */
  hasMetric(metric: MlflowMetric): boolean;
}

/**
 * The run of an earlier export, or a new one in the workflow's experiment.
 * @throws {UserError} if the experiment was deleted
 */
export async function findOrCreateRun(
  server: MlflowServer,
  summary: RunSummary,
  name: string,
): Promise<MlflowRun> {
  const experiment = await experimentOf(server, summary.workflow);
  const { runs } = await server.post(
    "The runs cannot be searched",
    "runs/search",
    {
      experiment_ids: [experiment],
      filter: `tags."${nameTag}" = "${name.replaceAll('"', "")}"`,
      max_results: 1,
    },
    z.object({ runs: z.array(runSchema).default([]) }),
  );
  const [found] = runs;
  if (found !== undefined) return runOf(found, experiment, false);
  const created = await server.post(
    "The run cannot be created",
    "runs/create",
    {
      experiment_id: experiment,
      run_name: name,
      start_time: Date.parse(summary.startedAt),
      // With the creation, so that an export that is stopped right after it is continued by the next one.
      tags: [{ key: nameTag, value: name }],
    },
    z.object({ run: runSchema }),
  );
  return runOf(created.run, experiment, true);
}

function runOf({ info, data }: z.output<typeof runSchema>, experiment: string, isNew: boolean): MlflowRun {
  return {
    id: info.run_id,
    experiment,
    artifactUri: info.artifact_uri,
    isNew,
    tags: new Set(data.tags.map(({ key }) => key)),
    hasMetric: (metric) =>
      data.metrics.some(
        ({ key, value, timestamp }) =>
          key === metric.key && value === metric.value && Number(timestamp) === metric.timestamp,
      ),
  };
}

async function experimentOf(server: MlflowServer, name: string): Promise<string> {
  const what = `The experiment ${name} cannot be opened`;
  const existing = await findExperiment(server, what, name);
  if (existing !== undefined) return existing;
  try {
    const created = z.object({ experiment_id: z.string() });
    return (await server.post(what, "experiments/create", { name }, created)).experiment_id;
  } catch (error) {
    // Another export has just created it.
    const isThere = error instanceof MlflowError && error.code === "RESOURCE_ALREADY_EXISTS";
    const other = isThere ? await findExperiment(server, what, name) : undefined;
    if (other === undefined) throw error;
    return other;
  }
}

async function findExperiment(server: MlflowServer, what: string, name: string): Promise<string | undefined> {
  try {
    const query = { experiment_name: name };
    const { experiment } = await server.get(what, "experiments/get-by-name", query, experimentSchema);
    if (experiment.lifecycle_stage === "active") return experiment.experiment_id;
    const id = printable(experiment.experiment_id);
    throw new UserError(
      `${what}: it was deleted on the server. Restore it (mlflow experiments restore --experiment-id ${id}), or delete it for good (mlflow gc --experiment-ids ${id}).`,
    );
  } catch (error) {
    if (error instanceof MlflowError && error.code === "RESOURCE_DOES_NOT_EXIST") return undefined;
    throw error;
  }
}
